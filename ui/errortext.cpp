// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

struct Source {
    const char* happened;
    const char* safe;
    const char* next;
};

// What many texts share, so that one thing is always said in the same words.
constexpr const char* nothingChanged = QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed.");
constexpr const char* nothingSent = QT_TRANSLATE_NOOP("ErrorText", "Nothing was sent to a card.");
constexpr const char* nothingWritten = QT_TRANSLATE_NOOP("ErrorText", "Nothing was written to the card.");
constexpr const char* nobodyLoggedIn = QT_TRANSLATE_NOOP("ErrorText", "Nobody was logged in.");
constexpr const char* triesUnchanged =
    QT_TRANSLATE_NOOP("ErrorText", "The tries left for the PIN have not changed.");
constexpr const char* savedUnchanged = QT_TRANSLATE_NOOP("ErrorText", "What had been saved is unchanged.");
constexpr const char* draftsUnchanged = QT_TRANSLATE_NOOP("ErrorText", "Saved drafts are unchanged.");
constexpr const char* draftsKeptShut =
    QT_TRANSLATE_NOOP("ErrorText", "No draft was opened or changed, so that it can be looked into.");
constexpr const char* screenKept =
    QT_TRANSLATE_NOOP("ErrorText", "What is typed on the screen is still there.");
constexpr const char* othersUnaffected = QT_TRANSLATE_NOOP("ErrorText", "Other cards are not affected.");
constexpr const char* tellSystemAdministrator =
    QT_TRANSLATE_NOOP("ErrorText", "Tell the system administrator.");
constexpr const char* tellCardAdministrator = QT_TRANSLATE_NOOP("ErrorText", "Tell the card administrator.");
constexpr const char* putInAgain = QT_TRANSLATE_NOOP("ErrorText", "Put the card in again.");
constexpr const char* putInAgainOrTell = QT_TRANSLATE_NOOP(
    "ErrorText", "Put the card in again. If it happens again, tell the card administrator.");
constexpr const char* tryAgainOrTell =
    QT_TRANSLATE_NOOP("ErrorText", "Try again. If it happens again, tell the system administrator.");
constexpr const char* stopAndTell =
    QT_TRANSLATE_NOOP("ErrorText", "Stop using this terminal and tell the system administrator.");
constexpr const char* askForNewCard =
    QT_TRANSLATE_NOOP("ErrorText", "Ask the card administrator for a new card.");
constexpr const char* useTrustedMake =
    QT_TRANSLATE_NOOP("ErrorText", "Use a blank card of a make that this office has approved.");
constexpr const char* putInOperatorCard = QT_TRANSLATE_NOOP("ErrorText", "Put in your operator card.");

Source sourceOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::CardServiceMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card reader service does not answer."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Wait a moment. If it stays like this, tell the system administrator.")};
    case ErrorCode::CardServiceDenied:
        return {QT_TRANSLATE_NOOP("ErrorText", "This program is not allowed to use the card reader service."),
                nothingSent, tellSystemAdministrator};
    case ErrorCode::ReaderMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "No card reader was found."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Check the card reader's cable.")};
    case ErrorCode::CardMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no card in the reader."), nothingChanged,
                putInOperatorCard};
    case ErrorCode::CardRemoved:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card was taken out before the work was finished."),
                savedUnchanged, putInAgain};
    case ErrorCode::CardReset:
        return {QT_TRANSLATE_NOOP("ErrorText", "Another program reset the card."), savedUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Put the card in again and enter the PIN.")};
    case ErrorCode::CardBusy:
        return {QT_TRANSLATE_NOOP("ErrorText", "Another program is using the card."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Close the other program, then put the card in again. The diagnosis "
                                  "names the programs that can use cards.")};
    case ErrorCode::CardMute:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card does not answer."), nothingWritten,
                QT_TRANSLATE_NOOP("ErrorText", "Check which way round the card is and put it in again.")};
    case ErrorCode::CardProtocolError:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card gave an answer that makes no sense."),
                nothingWritten, putInAgainOrTell};
    case ErrorCode::CardCommandRefused:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card refused the request."), nothingWritten,
                putInAgainOrTell};
    case ErrorCode::CardManagementKeyWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card was set up elsewhere and can't be changed here."),
                nothingWritten, QT_TRANSLATE_NOOP("ErrorText", "Use a blank card.")};
    case ErrorCode::IssueUnknown:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "There is no record of issuing this card here."), nothingChanged,
            QT_TRANSLATE_NOOP("ErrorText", "If it was issued at another terminal, have it unblocked there. "
                                           "Otherwise issue a new card.")};
    case ErrorCode::EscrowWrong:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The unblocking code that was kept for this card can't be opened."),
                nothingWritten, QT_TRANSLATE_NOOP("ErrorText", "Issue a new card.")};
    case ErrorCode::CardInRegister:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "This card is somebody's operator card."), nothingWritten,
            QT_TRANSLATE_NOOP("ErrorText", "Use a blank card, or take this one out of the register first.")};
    case ErrorCode::OperatorHasCard:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "This person has a card already."), nothingChanged,
            QT_TRANSLATE_NOOP("ErrorText",
                              "Take the card that is in force back in the card register, then issue anew.")};
    case ErrorCode::AttestationMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card can't show who made it."), othersUnaffected,
                useTrustedMake};
    case ErrorCode::AttestationWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card was not made by a maker that the office trusts."),
                othersUnaffected, useTrustedMake};
    case ErrorCode::SecureMessagingFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The protected connection to the card could not be made."),
                QT_TRANSLATE_NOOP("ErrorText", "The PIN was not sent unprotected."), putInAgainOrTell};
    case ErrorCode::ReaderForApplicants:
        return {QT_TRANSLATE_NOOP("ErrorText", "This reader is for applicants' cards."), triesUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Put your operator card into the other reader.")};
    case ErrorCode::SwapOver:
        return {QT_TRANSLATE_NOOP("ErrorText", "The operator card was not put back in time."), savedUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Put it in again and enter the PIN.")};
    case ErrorCode::OperatorIdTaken:
        return {QT_TRANSLATE_NOOP("ErrorText", "This operator number belongs to somebody else."),
                nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Look into the card register, and enter another number.")};
    case ErrorCode::CardNotPiv:
        return {QT_TRANSLATE_NOOP("ErrorText", "This is not an operator card."), nothingWritten,
                putInOperatorCard};
    case ErrorCode::CardNotBlank:
        return {
            QT_TRANSLATE_NOOP("ErrorText",
                              "This card is not blank: it holds certificates that this office did not make."),
            nothingWritten,
            QT_TRANSLATE_NOOP("ErrorText",
                              "Use a blank card. One that is not needed any more has to be reset "
                              "with its maker's program first.")};
    case ErrorCode::CardObjectMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "Something that is needed is missing on the card."),
                nothingWritten, askForNewCard};
    case ErrorCode::CardNotGenuine:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card could not prove that it is genuine."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP("ErrorText", "Do not use this card. Hand it to the card administrator.")};
    case ErrorCode::CardWithoutCardKey:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card has no key to prove that it is genuine (9E)."),
                QT_TRANSLATE_NOOP("ErrorText", "The PIN was not asked for, so nobody has learned it."),
                QT_TRANSLATE_NOOP("ErrorText", "Ask the card administrator for a card with this key.")};
    case ErrorCode::CardUnknown:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "This card is not registered on this terminal."), othersUnaffected,
            QT_TRANSLATE_NOOP("ErrorText",
                              "Check that it is your operator card. If it is, tell the card administrator.")};
    case ErrorCode::CardLost:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card was reported as lost. It can't be used any more."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP(
                    "ErrorText", "Hand it to the card administrator, also if it is your own and turned up.")};
    case ErrorCode::CardReturned:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card was given back and is not lent to anybody now."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP("ErrorText", "Hand it to the card administrator. She can lend it again.")};
    case ErrorCode::CardEventImpossible:
        return {QT_TRANSLATE_NOOP("ErrorText", "This can't be done with a card in its present state."),
                nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Look at the card's history for what comes before.")};
    case ErrorCode::CardSuspended:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card is suspended, or a day card takes its place."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Use your day card if you have one, or tell the card administrator.")};
    case ErrorCode::CardBlocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card is blocked after too many wrong PINs."),
                draftsUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Ask the card administrator to unblock it.")};
    case ErrorCode::CardChanged:
        return {QT_TRANSLATE_NOOP("ErrorText", "This is not the card that was in the reader before."),
                savedUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Put in the card that you began with.")};
    case ErrorCode::CertificateMalformed:
        return {QT_TRANSLATE_NOOP("ErrorText", "A certificate on the card can't be read."), nobodyLoggedIn,
                askForNewCard};
    case ErrorCode::CertificateExpired:
        return {QT_TRANSLATE_NOOP("ErrorText", "The certificate on the card has expired."), draftsUnchanged,
                askForNewCard};
    case ErrorCode::CertificateNotYetValid:
        return {QT_TRANSLATE_NOOP("ErrorText", "The certificate on the card is not valid yet."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP(
                    "ErrorText",
                    "Check the date of this terminal. If it is right, tell the card administrator.")};
    case ErrorCode::CertificateNotTrusted:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The certificate on the card was not issued by this office's authority."),
                nobodyLoggedIn, tellCardAdministrator};
    case ErrorCode::CertificateKeyUnsuitable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The key on the card is of a kind that may not be used."),
                nobodyLoggedIn, askForNewCard};
    case ErrorCode::RevocationListMalformed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The list of revoked certificates can't be read."),
                nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Export the list again at the station that it came from.")};
    case ErrorCode::RevocationListOld:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "This list of revoked certificates is older than the one here."),
            nothingChanged,
            QT_TRANSLATE_NOOP("ErrorText", "Export the newest list at the station that it comes from.")};
    case ErrorCode::CertificateRevoked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The certificate on the card has been revoked."),
                nobodyLoggedIn,
                QT_TRANSLATE_NOOP("ErrorText", "Do not use this card. Hand it to the card administrator.")};
    case ErrorCode::RevocationUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "Whether the card was revoked is not known here: the list is missing or "
                                  "too old."),
                nobodyLoggedIn, QT_TRANSLATE_NOOP("ErrorText", "Ask the card administrator for a new list.")};
    case ErrorCode::IssuingCertificateMissing:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "This terminal knows no certificate with which this card issues cards."),
                nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "If the card issues at another terminal, bring its lists from there "
                                  "(madoguchictl crl import). Otherwise whoever has the office's root "
                                  "certifies the card (madoguchictl authority certify).")};
    case ErrorCode::SignatureWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "This was not signed by the office's authority."),
                nothingChanged, tellCardAdministrator};
    case ErrorCode::PassphraseWrong:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The passphrase does not open the file, or the file is damaged."),
            nothingChanged,
            QT_TRANSLATE_NOOP("ErrorText", "Type the passphrase again, or use the second copy of the file.")};
    case ErrorCode::OperatorUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText", "No operator is registered for this card."), nobodyLoggedIn,
                tellCardAdministrator};
    case ErrorCode::OperatorSuspended:
        return {QT_TRANSLATE_NOOP("ErrorText", "This operator's card is suspended."), draftsUnchanged,
                tellCardAdministrator};
    case ErrorCode::OperatorOutsideDates:
        return {QT_TRANSLATE_NOOP("ErrorText", "Today is outside the dates of this operator's role."),
                draftsUnchanged, tellCardAdministrator};
    case ErrorCode::OperatorOutsideHours:
        return {QT_TRANSLATE_NOOP("ErrorText", "This operator may not log in at this hour."), draftsUnchanged,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Log in within the permitted hours, or ask the card administrator.")};
    case ErrorCode::OperatorWrongTerminal:
        return {QT_TRANSLATE_NOOP("ErrorText", "This operator may not use this terminal."), draftsUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Use your own terminal, or ask the card administrator.")};
    case ErrorCode::TerminalClosed:
        return {QT_TRANSLATE_NOOP("ErrorText", "This terminal is closed."), draftsUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Ask the supervisor to open this terminal.")};
    case ErrorCode::ClockBehind:
        return {
            QT_TRANSLATE_NOOP("ErrorText",
                              "The clock of this terminal is behind the times in its own record."),
            draftsUnchanged,
            QT_TRANSLATE_NOOP("ErrorText",
                              "Check the date and time of this terminal. If they are wrong, have them set. "
                              "If they are right, a system administrator has to log in once.")};
    case ErrorCode::PinMalformed:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The PIN is too short, too long or has a character that can't be used."),
                triesUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Enter the PIN again.")};
    case ErrorCode::PinDelayed:
        return {QT_TRANSLATE_NOOP("ErrorText", "After wrong PINs this card has to wait before the next try."),
                triesUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Wait, and try again. A supervisor can end the wait.")};
    case ErrorCode::PinLocked:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "This card is locked on this terminal after too many wrong PINs."),
            draftsUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Ask the supervisor to unlock it.")};
    case ErrorCode::PinLastTry:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The card has only one PIN try left."), triesUnchanged,
            QT_TRANSLATE_NOOP("ErrorText",
                              "Log in with the right PIN, which gives the tries back. Without it, the card "
                              "administrator unblocks the card.")};
    case ErrorCode::PolicyUnreadable:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The rules of this terminal can't be read, so nobody can log in."),
            draftsUnchanged, tellSystemAdministrator};
    case ErrorCode::WitnessSamePerson:
        return {QT_TRANSLATE_NOOP("ErrorText", "The second card belongs to the same person."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Ask another person to put in a card.")};
    case ErrorCode::WitnessUnsuitable:
        return {QT_TRANSLATE_NOOP("ErrorText", "This person's role may not confirm this."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Ask a person who may, such as another card administrator.")};
    case ErrorCode::PinChangeDue:
        return {QT_TRANSLATE_NOOP("ErrorText", "The PIN of your card has to be changed first."),
                draftsUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Change the PIN, then go on.")};
    case ErrorCode::PinNotFresh:
        return {QT_TRANSLATE_NOOP("ErrorText", "This needs a PIN that was entered a moment ago."),
                nothingChanged, QT_TRANSLATE_NOOP("ErrorText", "Enter your PIN, then do it once more.")};
    case ErrorCode::PinTooShort:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN is too short."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Choose a longer one.")};
    case ErrorCode::PinNotDigits:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN may have digits only."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Choose one of digits.")};
    case ErrorCode::PinNotMixed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN needs both letters and digits."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Choose one that has both.")};
    case ErrorCode::PinSequence:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN counts up or down, such as 345678."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Choose one that is harder to guess.")};
    case ErrorCode::PinRepeats:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN repeats itself, such as 111222 or 838383."),
                nothingSent, QT_TRANSLATE_NOOP("ErrorText", "Choose one that is harder to guess.")};
    case ErrorCode::PinLikeOperator:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN contains your operator number."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Choose one that is harder to guess.")};
    case ErrorCode::PinLikeDate:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN reads as a date, such as a birthday (640417)."),
                nothingSent, QT_TRANSLATE_NOOP("ErrorText", "Choose one that is harder to guess.")};
    case ErrorCode::PinUsedBefore:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new PIN is the present one or was used before."),
                nothingSent, QT_TRANSLATE_NOOP("ErrorText", "Choose one that you have not used.")};
    case ErrorCode::PinsDiffer:
        return {QT_TRANSLATE_NOOP("ErrorText", "The two new PINs are not the same."), nothingSent,
                QT_TRANSLATE_NOOP("ErrorText", "Type the new PIN again.")};
    case ErrorCode::PinNotChangeable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The PIN of this kind of card can't be changed here."),
                nothingChanged, tellCardAdministrator};
    case ErrorCode::PukBlocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The unblocking counter of this card is used up."),
                draftsUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Issue a new card for this person.")};
    case ErrorCode::PukWrong:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The card did not take the unblocking code that was kept for it."),
            draftsUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Issue a new card for this person.")};
    case ErrorCode::PermissionDenied:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "You do not have permission for this."), nothingChanged,
            QT_TRANSLATE_NOOP("ErrorText", "If you need it for your work, ask the system administrator.")};
    case ErrorCode::SessionEnded:
        return {QT_TRANSLATE_NOOP("ErrorText", "The screen is locked or you have logged out."),
                savedUnchanged, QT_TRANSLATE_NOOP("ErrorText", "Put your card in again and enter the PIN.")};
    case ErrorCode::RecordFailed:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The operation history could not be written, so nothing was done."),
                screenKept, QT_TRANSLATE_NOOP("ErrorText", "Do not go on. Tell the system administrator.")};
    case ErrorCode::RecordCorrupt:
        return {QT_TRANSLATE_NOOP("ErrorText", "The operation history does not agree with its own proofs."),
                savedUnchanged, stopAndTell};
    case ErrorCode::RecordRolledBack:
        return {
            QT_TRANSLATE_NOOP(
                "ErrorText",
                "The operation history on this terminal is shorter, or another one, than when drafts were "
                "last worked on."),
            draftsKeptShut, stopAndTell};
    case ErrorCode::RegisterRolledBack:
        return {QT_TRANSLATE_NOOP(
                    "ErrorText",
                    "Operators, cards, locks or settings on this terminal are not as they were written last: "
                    "somebody may have put them back to an older state."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Nobody can log in, and drafts and the operation history are as they "
                                  "were, so that it can be looked into."),
                stopAndTell};
    case ErrorCode::InputInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "Something that was entered can't be used."), screenKept,
                QT_TRANSLATE_NOOP("ErrorText", "Correct the fields that are marked.")};
    case ErrorCode::InputUnused:
        return {QT_TRANSLATE_NOOP("ErrorText", "What was entered on this page is not in force yet."),
                screenKept, QT_TRANSLATE_NOOP("ErrorText", "Finish it with the button on this page.")};
    case ErrorCode::InputTooLarge:
        return {QT_TRANSLATE_NOOP("ErrorText", "Too much was entered."), screenKept,
                QT_TRANSLATE_NOOP("ErrorText", "Make it shorter and try again.")};
    case ErrorCode::FileMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "A file was not found."), nothingChanged,
                tellSystemAdministrator};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("ErrorText", "A file can't be read."), nothingChanged,
                tellSystemAdministrator};
    case ErrorCode::FileUnwritable:
        return {QT_TRANSLATE_NOOP("ErrorText", "A file can't be written."), savedUnchanged,
                tellSystemAdministrator};
    case ErrorCode::FileMalformed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The content of a file is not as it should be."),
                nothingChanged, tellSystemAdministrator};
    case ErrorCode::DiskFull:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "There is no room left on the disk."), screenKept,
            QT_TRANSLATE_NOOP("ErrorText", "Leave the screen as it is and tell the system administrator.")};
    case ErrorCode::StationMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "This terminal has not been set up."), nothingChanged,
                tellSystemAdministrator};
    case ErrorCode::StationExists:
        return {QT_TRANSLATE_NOOP("ErrorText", "A terminal has already been set up here."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Choose another place, or use the terminal that is there.")};
    case ErrorCode::StationInUse:
        return {QT_TRANSLATE_NOOP("ErrorText", "Another program has this terminal's data open."),
                savedUnchanged,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Use its window if it has one, or start again when it has ended.")};
    case ErrorCode::DatabaseKeyWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The stored data can't be opened with this key."),
                savedUnchanged, stopAndTell};
    case ErrorCode::DatabaseCorrupt:
        return {QT_TRANSLATE_NOOP("ErrorText", "The stored data is damaged."),
                QT_TRANSLATE_NOOP("ErrorText", "The damaged data was left as it is."), stopAndTell};
    case ErrorCode::DatabaseVersionUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText", "The stored data was written by a newer program."),
                savedUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Ask the system administrator to update the program.")};
    case ErrorCode::DatabaseLibraryUnsuitable:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The encryption part of this computer is too old or not safe enough."),
                savedUnchanged, tellSystemAdministrator};
    case ErrorCode::DatabaseFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The data could not be stored or read."), screenKept,
                tryAgainOrTell};
    case ErrorCode::VaultKeyMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "Drafts can't be opened with this card yet."), draftsUnchanged,
                QT_TRANSLATE_NOOP("ErrorText",
                                  "A colleague who can open drafts has to log in once. Then try again. If it "
                                  "stays so, the card may lack a P-256 key for key management (9D): show it "
                                  "to the card administrator.")};
    case ErrorCode::VaultKeyWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The drafts could not be opened with this card."),
                draftsUnchanged, tellCardAdministrator};
    case ErrorCode::OfficeKeyMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "This card can't issue cards yet."), draftsUnchanged,
                QT_TRANSLATE_NOOP("ErrorText", "Ask another card administrator to log in here once, then log "
                                               "in again. If it stays so, the card may lack a P-256 key for "
                                               "key management (9D): have it replaced.")};
    case ErrorCode::OfficeKeyWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The key for issuing cards does not open with this card."),
                nothingChanged, tellSystemAdministrator};
    case ErrorCode::VaultRolledBack:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The drafts on this terminal, or some of them, are older than the "
                                  "operation history says: later work is missing, or deleted drafts are "
                                  "back."),
                draftsKeptShut, stopAndTell};
    case ErrorCode::CryptoFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The encryption part failed."), savedUnchanged,
                tryAgainOrTell};
    case ErrorCode::DraftMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "This draft does not exist any more."),
                QT_TRANSLATE_NOOP("ErrorText", "Other drafts are unchanged."),
                QT_TRANSLATE_NOOP("ErrorText", "Go back to the list and look for it again.")};
    case ErrorCode::DraftConflict:
        return {QT_TRANSLATE_NOOP("ErrorText", "This draft was changed elsewhere in the meantime."),
                QT_TRANSLATE_NOOP("ErrorText", "Neither version was overwritten."),
                QT_TRANSLATE_NOOP("ErrorText", "Open the draft again and compare.")};
    case ErrorCode::ReceptionMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no reception for this work."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Open a reception with its purpose first.")};
    case ErrorCode::ReceptionNotOwn:
        return {QT_TRANSLATE_NOOP("ErrorText", "This reception was opened by a colleague."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorText", "Open a reception of your own, or have a draft handed over.")};
    case ErrorCode::ProcedureUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText", "This kind of application is not known to this program."),
                draftsUnchanged, tellSystemAdministrator};
    case ErrorCode::ProcedureMalformed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The definition of this form is wrong."), draftsUnchanged,
                tellSystemAdministrator};
    }
    Q_UNREACHABLE();
}

QString translated(const char* source) {
    return QCoreApplication::translate("ErrorText", source);
}

} // namespace

ErrorText errorText(ErrorCode code) {
    const Source source = sourceOf(code);
    return {translated(source.happened), translated(source.safe), translated(source.next)};
}

QString errorSentence(ErrorCode code) {
    const ErrorText text = errorText(code);
    return QStringList{text.happened, text.safe, text.next}.join(u'\n');
}

} // namespace madoguchi
