// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Every way in which something can fail, one code each. Codes are stable: they are written to the log
// and shown to the user beside the text that ui/errortext.cpp gives them. Outcomes that are part of normal
// work (a wrong PIN, a locked card) are not errors. Any thread.
#pragma once

#include <QObject>

namespace madoguchi {
// A class around the enum, because Qt names the values of an enum only inside one.
class ErrorCodeNames {
    Q_GADGET
public:
    enum class ErrorCode {
        // Cards and readers
        CardServiceMissing, // pcscd does not run or can't be reached
        CardServiceDenied,  // polkit refuses access to pcscd
        ReaderMissing,      // no reader of that name, or none at all
        CardMissing,        // no card in the reader
        CardRemoved,        // the card left during the conversation
        CardReset,          // another program reset the card; its login state is gone
        CardBusy,           // another program holds the card exclusively
        CardMute,           // the card does not answer
        CardProtocolError,  // the answer breaks ISO 7816 or SP 800-73
        CardCommandRefused, // the card answered with an error status word
        CardNotPiv,         // no PIV application on the card
        CardNotBlank,       // it holds certificates that this office did not put there
        CardObjectMissing,  // the card has no such data object or key
        CardNotGenuine,     // the card can't prove that it holds the key of its certificate
        CardWithoutCardKey, // no 9E key to prove itself with, and the policy does not allow that
        CardUnknown,        // the card is not in the register of this station
        CardLost,           // reported lost or stolen; also after it was found
        CardReturned,       // given back, and not lent to anybody since
        CardSuspended,      // this one card, by the card administrator; its holder's others are not
        CardBlocked,        // the card's own PIN counter is at zero
        CardChanged,        // not the card that the conversation began with
        // managed elsewhere, with another key 9B
        CardManagementKeyWrong,
        AttestationMissing, // the card can't show who made it, and the policy asks for that
        AttestationWrong,   // what it shows does not lead to a maker that the office trusts
        // protecting the commands to the card failed; nothing secret was sent
        SecureMessagingFailed,
        ReaderForApplicants, // an operator card in the reader that is kept for applicants' cards
        SwapOver,            // the operator's card did not come back in time
        IssueUnknown,        // no card was issued here under that number
        EscrowWrong,         // the escrowed PUK does not open
        CardEventImpossible, // it can't happen to a card in this state, such as destroying one that is in use
        // a card that is to be issued is still somebody's
        CardInRegister,
        OperatorHasCard, // somebody who is to get a card has one that is in force
        OperatorIdTaken, // the operator number belongs to somebody else

        // Certificates
        CertificateMalformed,
        CertificateExpired,
        CertificateNotYetValid,
        CertificateNotTrusted,
        CertificateKeyUnsuitable, // key type, size or usage that PIV login does not allow
        RevocationListMalformed,
        RevocationListOld,         // an older list than the one that is here
        CertificateRevoked,        // on its authority's list, or revoked by this office
        RevocationUnknown,         // no list, or one so old that the policy does not rely on it any more
        IssuingCertificateMissing, // the card's 9C key was not certified as an issuing key, or no longer is
        SignatureWrong,            // a certificate or list that its authority did not sign
        PassphraseWrong,           // of the root's key; a damaged file looks the same

        // Login
        OperatorUnknown,
        OperatorSuspended,
        OperatorOutsideDates, // before the first or after the last day of the role
        OperatorOutsideHours,
        OperatorWrongTerminal,
        TerminalClosed,    // the supervisor has not opened the terminal today
        ClockBehind,       // the clock is behind what is on record: what has ended would hold again
        PinMalformed,      // impossible length or character; never sent to the card
        PinDelayed,        // too many failures here; the delay has not passed
        PinLocked,         // too many failures here; a supervisor must unlock
        PinLastTry,        // the card's own last try, kept for a login that asks first
        PolicyUnreadable,  // the stored rules of the station make no sense, so nobody logs in
        WitnessSamePerson, // the second person's card is the first one's
        WitnessUnsuitable, // the second person may not approve this: her role, suspended, or unknown
        PinChangeDue,      // nothing but changing the PIN goes on in this session
        PinNotFresh,       // what is wanted needs a PIN that was right a moment ago; the session goes on
        PinTooShort,       // the rules for a new PIN, from here on: nothing was sent to the card
        PinNotDigits,
        PinNotMixed,      // letters and digits are both asked for
        PinSequence,      // 345678, fedcba
        PinRepeats,       // 111222, 838383
        PinLikeOperator,  // holds the operator number
        PinLikeDate,      // 640417, 19640417
        PinUsedBefore,    // now, or as one of the last ones
        PinsDiffer,       // the new one and its repetition
        PinNotChangeable, // a PIN that this program can't change on this kind of card
        PukBlocked,       // the card's unblocking counter is at zero: it must be issued anew
        PukWrong,         // the card does not take the unblocking code in escrow

        // Permission and record
        PermissionDenied,
        SessionEnded,     // the session is locked or over
        RecordFailed,     // the record can't be made durable, so the action did not happen
        RecordCorrupt,    // the log contradicts its own proofs
        RecordRolledBack, // the log lacks a checkpoint that the vault has seen
        // operators, cards, locks or settings are not what was written last: older, all or some of them
        RegisterRolledBack,
        InputInvalid, // a value that the rules forbid
        InputUnused,  // typed on a page, and nothing was done with it
        InputTooLarge,

        // Files and databases
        FileMissing,
        FileUnreadable,
        FileUnwritable,
        FileMalformed,
        DiskFull,
        StationMissing, // the folder holds no station
        StationExists,
        StationInUse, // another process has it
        DatabaseKeyWrong,
        DatabaseCorrupt,
        DatabaseVersionUnknown,    // written by a newer program
        DatabaseLibraryUnsuitable, // SQLCipher too old or built so that it leaks
        DatabaseFailed,
        VaultKeyMissing,  // this card has no slot yet
        VaultKeyWrong,    // the slot does not open with this card
        OfficeKeyMissing, // the same of the key that issuing needs
        OfficeKeyWrong,
        VaultRolledBack, // the vault is older than the log says, or a part of it is
        CryptoFailed,

        // Work
        DraftMissing,
        DraftConflict, // changed elsewhere since it was read
        ReceptionMissing,
        ReceptionNotOwn, // opened by somebody else, and no draft of it was handed over
        ProcedureUnknown,
        ProcedureMalformed,
    };
    Q_ENUM(ErrorCode)
};
using ErrorCode = ErrorCodeNames::ErrorCode;

} // namespace madoguchi
