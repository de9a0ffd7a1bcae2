// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/readergate.h"

#include <utility>

namespace madoguchi {

ReaderGate::ReaderGate(CardService& cards, Assigned assigned)
    : m_cards(cards), m_assigned(std::move(assigned)) {}

Result<ReaderAssignment> ReaderGate::assigned() const {
    return m_assigned ? m_assigned() : ReaderAssignment();
}

QStringList ReaderGate::connected() const {
    QStringList names;
    const QList<ReaderState> readers = m_cards.readers();
    for (const ReaderState& reader : readers)
        names += reader.name;
    return names;
}

Result<ReaderPart> ReaderGate::partOfReaderWith(CardId card) const {
    const Result<ReaderAssignment> now = assigned();
    if (!now)
        return fail(now.error());
    return partOf(m_cards.readerOf(card), *now, connected());
}

bool ReaderGate::isForApplicants(CardId card) const {
    const Result<ReaderPart> part = partOfReaderWith(card);
    return part && *part == ReaderPart::Applicants;
}

Result<> ReaderGate::admit(CardId card, Role role) const {
    const Result<ReaderPart> part = partOfReaderWith(card);
    if (!part)
        return fail(part.error());
    switch (*part) {
    case ReaderPart::Operators:
        return {};
    case ReaderPart::Recovery:
        if (role == Role::SystemAdministrator)
            return {};
        break;
    case ReaderPart::Applicants:
        break;
    }
    return fail(ErrorCode::ReaderForApplicants);
}

bool ReaderGate::hasApplicantsReader() const {
    const Result<ReaderAssignment> now = assigned();
    return now && !now->applicants.isEmpty() && connected().contains(now->applicants);
}

ReaderAssignment ReaderGate::missing() const {
    const Result<ReaderAssignment> now = assigned();
    return now ? missingOf(*now, connected()) : ReaderAssignment();
}

} // namespace madoguchi
