// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/findingcatalogue.h"

#include <array>

namespace madoguchi {
namespace {

constexpr FindingGrade Good = FindingGrade::Good;
constexpr FindingGrade Attention = FindingGrade::Attention;

// In the order of Finding.
constexpr std::array Entries{
    FindingEntry{Finding::ServiceRuns, Good, QT_TRANSLATE_NOOP("Findings", "The card service is running"),
                 ""},
    FindingEntry{Finding::ServiceMissing, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The card service can't be reached"),
                 QT_TRANSLATE_NOOP("Findings", "Start pcscd: systemctl start pcscd.socket")},
    FindingEntry{
        Finding::ServiceDenied, Attention,
        QT_TRANSLATE_NOOP("Findings", "The system does not let this user use the card service"),
        QT_TRANSLATE_NOOP("Findings", "Allow org.debian.pcsc-lite.access_pcsc for this user in polkit")},
    FindingEntry{
        Finding::ServiceTracesCommands, Attention,
        QT_TRANSLATE_NOOP("Findings", "The card service writes every command into its log, PINs too"),
        QT_TRANSLATE_NOOP("Findings",
                          "Start pcscd without --apdu, delete that log, and have the PINs changed")},

    FindingEntry{Finding::ReaderMissing, Attention, QT_TRANSLATE_NOOP("Findings", "No card reader"),
                 QT_TRANSLATE_NOOP("Findings", "Plug the reader in, or try another socket")},
    FindingEntry{Finding::ReaderWithoutPad, Good, QT_TRANSLATE_NOOP("Findings", "Reader without PIN pad"),
                 ""},
    FindingEntry{Finding::ReaderWithPad, Good, QT_TRANSLATE_NOOP("Findings", "Reader with PIN pad"), ""},
    FindingEntry{Finding::ReaderPadDoubtful, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The reader claims a PIN pad that can't be relied on"),
                 QT_TRANSLATE_NOOP("Findings", "Type PINs at the keyboard")},
    FindingEntry{Finding::ReaderFeaturesUnknown, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The reader does not tell its features"),
                 QT_TRANSLATE_NOOP("Findings", "End other programs that use cards and try again")},

    FindingEntry{Finding::CardMissing, Good, QT_TRANSLATE_NOOP("Findings", "No card in the reader"), ""},
    FindingEntry{
        Finding::CardMute, Attention, QT_TRANSLATE_NOOP("Findings", "The card does not answer"),
        QT_TRANSLATE_NOOP("Findings", "Turn the card over or clean its contacts; then try another card")},
    FindingEntry{Finding::CardBusy, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Another program has the card for itself"),
                 QT_TRANSLATE_NOOP("Findings", "End that program, or take the card out and put it in again")},
    FindingEntry{Finding::CardUnreadable, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The card gives answers that make no sense (%1)"),
                 QT_TRANSLATE_NOOP("Findings", "Try the card in another reader; then have it replaced")},
    //: %1 is the name of a product
    FindingEntry{Finding::CardKind, Good, QT_TRANSLATE_NOOP("Findings", "Card in the reader: %1"), ""},

    FindingEntry{Finding::ApplicationMissing, Attention,
                 QT_TRANSLATE_NOOP("Findings", "No PIV application: this is not an operator card"),
                 QT_TRANSLATE_NOOP("Findings", "Put an operator card in")},
    FindingEntry{Finding::ApplicationPresent, Good, QT_TRANSLATE_NOOP("Findings", "PIV application"), ""},
    FindingEntry{Finding::ChuidMissing, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The card has no identifier"),
                 QT_TRANSLATE_NOOP("Findings", "A blank card, or one whose issuing was cut off: issue it")},

    //: %1 is a key of the card such as 9A, %2 a date
    FindingEntry{Finding::CertificateValid, Good,
                 QT_TRANSLATE_NOOP("Findings", "Certificate %1 is valid until %2"), ""},
    //: %1 is a key of the card such as 9A, %2 a date
    FindingEntry{Finding::CertificateEndsSoon, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Certificate %1 ends soon: %2"),
                 QT_TRANSLATE_NOOP("Findings", "Have the card issued again before that day")},
    //: %1 is a key of the card such as 9A, %2 a date
    FindingEntry{Finding::CertificateExpired, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Certificate %1 ended on %2"),
                 QT_TRANSLATE_NOOP("Findings", "Have the card issued again; check this terminal's clock")},
    //: %1 is a key of the card such as 9A, %2 a date
    FindingEntry{Finding::CertificateNotYetValid, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Certificate %1 begins on %2"),
                 QT_TRANSLATE_NOOP("Findings", "Check this terminal's clock")},
    //: %1 is a key of the card such as 9A
    FindingEntry{Finding::CertificateMissing, Attention, QT_TRANSLATE_NOOP("Findings", "No certificate %1"),
                 QT_TRANSLATE_NOOP("Findings", "Have the card issued again")},
    //: %1 is a key of the card such as 9A
    FindingEntry{Finding::CertificateUnreadable, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Certificate %1 can't be read"),
                 QT_TRANSLATE_NOOP("Findings", "Have the card issued again")},

    //: %2 is a number
    FindingEntry{Finding::TriesLeft, Good, QT_TRANSLATE_NOOP("Findings", "PIN tries left: %2"), ""},
    FindingEntry{Finding::TriesLast, Attention, QT_TRANSLATE_NOOP("Findings", "One PIN try left"),
                 QT_TRANSLATE_NOOP("Findings", "Do not try on: have the card administrator set a new PIN")},
    FindingEntry{Finding::TriesNone, Attention, QT_TRANSLATE_NOOP("Findings", "The PIN is blocked"),
                 QT_TRANSLATE_NOOP("Findings", "Have the card administrator set a new PIN")},
    FindingEntry{Finding::TriesUnknown, Attention,
                 QT_TRANSLATE_NOOP("Findings", "The card does not tell its PIN tries: its PIN is verified"),
                 QT_TRANSLATE_NOOP("Findings", "Another program left the card open: take it out once")},

    FindingEntry{Finding::OtherProgramsNone, Good,
                 QT_TRANSLATE_NOOP("Findings", "No other program uses cards"), ""},
    //: %1 is a list of programs
    FindingEntry{Finding::OtherPrograms, Attention,
                 QT_TRANSLATE_NOOP("Findings", "Other programs that can use cards: %1"),
                 QT_TRANSLATE_NOOP("Findings",
                                   "Which reader each one has is not known. If cards are slow or busy, end "
                                   "them one by one")},
    FindingEntry{Finding::OtherProgramsUnseen, Good,
                 QT_TRANSLATE_NOOP("Findings", "Some programs, such as those of other users, can't be seen"),
                 QT_TRANSLATE_NOOP("Findings", "To see more of them, run madoguchictl diagnose as root")},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < Entries.size(); ++i) {
        if (static_cast<std::size_t>(Entries[i].finding) != i)
            return false;
    }
    return Entries.back().finding == Finding::OtherProgramsUnseen;
}
static_assert(inOrder(), "one entry for each Finding, in its order");

} // namespace

const FindingEntry& findingEntry(Finding finding) {
    return Entries[static_cast<std::size_t>(finding)];
}

} // namespace madoguchi
