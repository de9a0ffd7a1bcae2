// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which of the readers that are connected now the login deals with, as the system administrator assigned
// them. Main thread.
#pragma once

#include "app/operators/role.h"
#include "app/station/readerassignment.h"
#include "smartcard/cardservice.h"

#include <functional>

namespace madoguchi {

class ReaderGate {
public:
    using Assigned = std::function<Result<ReaderAssignment>()>;
    /// `cards` must outlive the gate. `assigned`: as it is now; empty where readers have no parts.
    ReaderGate(CardService& cards, Assigned assigned);

    /// Whether a card in that reader is no login, whoever it belongs to.
    bool isForApplicants(CardId card) const;
    /// Errors: ReaderForApplicants, those of `assigned`.
    Result<> admit(CardId card, Role role) const;
    /// Whether the reader that is kept for applicants' cards is connected.
    bool hasApplicantsReader() const;
    /// Assigned, but not connected. Nothing when it can't be read: admit() tells that.
    ReaderAssignment missing() const;

private:
    Result<ReaderAssignment> assigned() const;
    Result<ReaderPart> partOfReaderWith(CardId card) const;
    QStringList connected() const;

    CardService& m_cards;
    Assigned m_assigned;
};

} // namespace madoguchi
