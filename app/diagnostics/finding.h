// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a diagnosis of cards and readers can find: one name each, stable, with its text and what to do about
// it in findingcatalogue.cpp. Any thread.
#pragma once

#include <QObject>

namespace madoguchi {
// A class around the enum, because Qt names the values of an enum only inside one.
class FindingNames {
    Q_GADGET
public:
    enum class Finding {
        // The card service
        ServiceRuns,
        ServiceMissing,
        ServiceDenied,
        ServiceTracesCommands, ///< it writes every command into its log, PINs among them
        // Readers
        ReaderMissing,
        ReaderWithoutPad,
        ReaderWithPad,
        ReaderPadDoubtful,     ///< it claims a pad and is known for having none, or a bad one
        ReaderFeaturesUnknown, ///< another program has it for itself
        // The card in a reader
        CardMissing,
        CardMute,
        CardBusy,
        CardUnreadable,
        CardKind,
        // The application on it
        ApplicationMissing,
        ApplicationPresent,
        ChuidMissing,
        // Its certificates, one by one
        CertificateValid,
        CertificateEndsSoon,
        CertificateExpired,
        CertificateNotYetValid,
        CertificateMissing,
        CertificateUnreadable,
        // Its PIN counter
        TriesLeft,
        TriesLast,
        TriesNone,
        TriesUnknown,
        // Who else uses cards
        OtherProgramsNone,
        OtherPrograms,
        OtherProgramsUnseen, ///< processes of other users can't be looked at
    };
    Q_ENUM(Finding)
};
using Finding = FindingNames::Finding;

} // namespace madoguchi
