// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/setupproblem.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

struct Words {
    ErrorCode code;
    const char* title;
    const char* next;
};

constexpr Words Known[] = {
    {ErrorCode::FileMissing, QT_TRANSLATE_NOOP("SetupProblem", "A folder or file is not there any more."),
     QT_TRANSLATE_NOOP("SetupProblem", "Put the medium in again and go on with F12.")},
    {ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("SetupProblem", "A file can't be read."),
     QT_TRANSLATE_NOOP("SetupProblem", "Check the file and who may read it, then go on with F12.")},
    {ErrorCode::FileUnwritable, QT_TRANSLATE_NOOP("SetupProblem", "A file can't be written."),
     QT_TRANSLATE_NOOP("SetupProblem",
                       "Check whether the medium is still there and may be written to, then go "
                       "on with F12. What was begun is continued.")},
    {ErrorCode::FileMalformed,
     QT_TRANSLATE_NOOP("SetupProblem", "The content of a file is not as it should be."),
     QT_TRANSLATE_NOOP("SetupProblem", "Use the second copy of the root, or the file as you were given it.")},
    {ErrorCode::CertificateMalformed,
     QT_TRANSLATE_NOOP("SetupProblem", "The file holds no certificate that can be read."),
     QT_TRANSLATE_NOOP("SetupProblem",
                       "Ask the authority for its certificates as PEM, and choose that file.")},
    {ErrorCode::DiskFull, QT_TRANSLATE_NOOP("SetupProblem", "There is no room left on the disk or medium."),
     QT_TRANSLATE_NOOP("SetupProblem", "Make room, then go on with F12. What was begun is continued.")},
    {ErrorCode::StationExists,
     QT_TRANSLATE_NOOP("SetupProblem", "A terminal has been set up here meanwhile."),
     QT_TRANSLATE_NOOP("SetupProblem", "Close this window and start the program again.")},
    {ErrorCode::StationMissing,
     QT_TRANSLATE_NOOP("SetupProblem", "The terminal's folder holds the remains of another set-up."),
     QT_TRANSLATE_NOOP("SetupProblem", "Its key is missing. Bring it back from the backup, or choose another "
                                       "folder with --station.")},
    {ErrorCode::CertificateNotTrusted,
     QT_TRANSLATE_NOOP("SetupProblem", "This terminal was set up with another authority."),
     QT_TRANSLATE_NOOP("SetupProblem", "Use the medium, or the card, of the authority it was set up with.")},
    {ErrorCode::InputInvalid,
     QT_TRANSLATE_NOOP("SetupProblem", "With this root no further card can be made here."),
     QT_TRANSLATE_NOOP("SetupProblem",
                       "Use the root that the first card came from. A card that was issued at another "
                       "terminal is taken in with madoguchictl card enroll.")},
    {ErrorCode::OperatorIdTaken,
     QT_TRANSLATE_NOOP("SetupProblem", "This number was entered with another name before."),
     QT_TRANSLATE_NOOP("SetupProblem", "Enter name and reading as before, or another number.")},
    {ErrorCode::OperatorHasCard, QT_TRANSLATE_NOOP("SetupProblem", "This person has her card already."),
     QT_TRANSLATE_NOOP("SetupProblem", "Enter the number, name and reading of the second person.")},
    {ErrorCode::CardMissing, QT_TRANSLATE_NOOP("SetupProblem", "There is no card to work with, or several."),
     QT_TRANSLATE_NOOP("SetupProblem", "Put hers in, and take all others out.")},
    {ErrorCode::CardInRegister, QT_TRANSLATE_NOOP("SetupProblem", "This card is somebody's already."),
     QT_TRANSLATE_NOOP("SetupProblem", "Take it out and put another new card in.")},
    {ErrorCode::CardCommandRefused, QT_TRANSLATE_NOOP("SetupProblem", "The card refused what it was asked."),
     QT_TRANSLATE_NOOP("SetupProblem",
                       "Go on with F12 to try again. If it refuses again, use another new card.")},
    {ErrorCode::CardRemoved, QT_TRANSLATE_NOOP("SetupProblem", "The card was taken out too early."),
     QT_TRANSLATE_NOOP("SetupProblem",
                       "It can't log in yet. Put the same card in again, enter the PIN and go on "
                       "with F12: it is finished then.")},
};

} // namespace

SetupProblem setupProblem(const Error& error) {
    for (const Words& words : Known) {
        if (words.code == error.code) {
            return {QCoreApplication::translate("SetupProblem", words.title),
                    QCoreApplication::translate("SetupProblem", words.next)};
        }
    }
    const ErrorText text = errorText(error.code);
    return {text.happened, text.safe + u'\n' + text.next};
}

} // namespace madoguchi
