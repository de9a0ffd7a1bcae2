// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/refusal.h"

namespace madoguchi {

bool isRefusal(ErrorCode code) {
    switch (code) {
    case ErrorCode::CardNotPiv:
    case ErrorCode::CardNotBlank:
    case ErrorCode::CardObjectMissing:
    case ErrorCode::CardNotGenuine:
    case ErrorCode::CardWithoutCardKey:
    case ErrorCode::CardUnknown:
    case ErrorCode::CardLost:
    case ErrorCode::CardReturned:
    case ErrorCode::CardSuspended:
    case ErrorCode::AttestationMissing:
    case ErrorCode::AttestationWrong:
    case ErrorCode::ReaderForApplicants:
    case ErrorCode::SwapOver:
    case ErrorCode::CardBlocked:
    case ErrorCode::CardChanged:
    case ErrorCode::IssueUnknown:
    case ErrorCode::CardEventImpossible:
    case ErrorCode::CardInRegister:
    case ErrorCode::OperatorHasCard:
    case ErrorCode::OperatorIdTaken:
    case ErrorCode::CertificateMalformed:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateNotTrusted:
    case ErrorCode::CertificateKeyUnsuitable:
    case ErrorCode::RevocationListMalformed:
    case ErrorCode::RevocationListOld:
    case ErrorCode::CertificateRevoked:
    case ErrorCode::RevocationUnknown:
    case ErrorCode::IssuingCertificateMissing:
    case ErrorCode::SignatureWrong:
    case ErrorCode::PassphraseWrong:
    case ErrorCode::OperatorUnknown:
    case ErrorCode::OperatorSuspended:
    case ErrorCode::OperatorOutsideDates:
    case ErrorCode::OperatorOutsideHours:
    case ErrorCode::OperatorWrongTerminal:
    case ErrorCode::TerminalClosed:
    case ErrorCode::ClockBehind:
    case ErrorCode::PinMalformed:
    case ErrorCode::PinDelayed:
    case ErrorCode::PinLocked:
    case ErrorCode::PinLastTry:
    case ErrorCode::WitnessSamePerson:
    case ErrorCode::WitnessUnsuitable:
    case ErrorCode::PinChangeDue:
    case ErrorCode::PinNotFresh:
    case ErrorCode::PinTooShort:
    case ErrorCode::PinNotDigits:
    case ErrorCode::PinNotMixed:
    case ErrorCode::PinSequence:
    case ErrorCode::PinRepeats:
    case ErrorCode::PinLikeOperator:
    case ErrorCode::PinLikeDate:
    case ErrorCode::PinUsedBefore:
    case ErrorCode::PinsDiffer:
    case ErrorCode::PinNotChangeable:
    case ErrorCode::PukBlocked:
    case ErrorCode::PukWrong:
    case ErrorCode::PermissionDenied:
    case ErrorCode::SessionEnded:
    case ErrorCode::InputInvalid:
    case ErrorCode::InputUnused:
    case ErrorCode::InputTooLarge:
    case ErrorCode::StationExists:
    case ErrorCode::StationInUse:
    case ErrorCode::VaultKeyMissing:
    case ErrorCode::OfficeKeyMissing:
    case ErrorCode::DraftMissing:
    case ErrorCode::DraftConflict:
    case ErrorCode::ReceptionMissing:
    case ErrorCode::ReceptionNotOwn:
        return true;
    case ErrorCode::CardServiceMissing:
    case ErrorCode::CardServiceDenied:
    case ErrorCode::ReaderMissing:
    case ErrorCode::CardMissing:
    case ErrorCode::CardRemoved:
    case ErrorCode::CardReset:
    case ErrorCode::CardBusy:
    case ErrorCode::CardMute:
    case ErrorCode::CardProtocolError:
    case ErrorCode::CardCommandRefused:
    case ErrorCode::CardManagementKeyWrong:
    case ErrorCode::SecureMessagingFailed:
    case ErrorCode::EscrowWrong:
    case ErrorCode::PolicyUnreadable:
    case ErrorCode::RecordFailed:
    case ErrorCode::RecordCorrupt:
    case ErrorCode::RecordRolledBack:
    case ErrorCode::RegisterRolledBack:
    case ErrorCode::FileMissing:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileMalformed:
    case ErrorCode::DiskFull:
    case ErrorCode::StationMissing:
    case ErrorCode::DatabaseKeyWrong:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DatabaseVersionUnknown:
    case ErrorCode::DatabaseLibraryUnsuitable:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::VaultKeyWrong:
    case ErrorCode::OfficeKeyWrong:
    case ErrorCode::VaultRolledBack:
    case ErrorCode::CryptoFailed:
    case ErrorCode::ProcedureUnknown:
    case ErrorCode::ProcedureMalformed:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace madoguchi
