// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/diagnosisrun.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

std::optional<ErrorCode> failureOf(CardServiceCondition condition) {
    switch (condition) {
    case CardServiceCondition::Running:
    case CardServiceCondition::NoReader:
        return std::nullopt;
    case CardServiceCondition::AccessDenied:
        return ErrorCode::CardServiceDenied;
    case CardServiceCondition::Starting:
    case CardServiceCondition::ServiceMissing:
        return ErrorCode::CardServiceMissing;
    }
    Q_UNREACHABLE();
}

} // namespace

DiagnosisRun::DiagnosisRun(CardService& cards, const Clock& clock, QObject* parent)
    : QObject(parent), m_cards(cards), m_clock(clock) {
    connect(&m_search, &CardClientSearch::found, this, [this](const CardClients& clients) {
        m_facts.clients = clients;
        oneDone();
    });
}

Result<> DiagnosisRun::begin(const Session& session) {
    if (auto allowed = session.require(Permission::ViewStation); !allowed)
        return allowed;
    return beginWithoutSession();
}

Result<> DiagnosisRun::beginWithoutSession() {
    if (isRunning())
        return {};
    auto catalogue = CardCatalogue::load();
    if (!catalogue)
        return fail(catalogue.error());
    m_catalogue = *std::move(catalogue);
    m_facts = {.service = failureOf(m_cards.condition()), .now = m_clock.now()};
    m_waitingFor = 2;
    m_search.begin();
    m_cards.askFeatures(this, [this](const QMap<QString, ReaderFeatures>& features) { take(features); });
    for (const ReaderState& state : m_cards.readers()) {
        m_facts.readers.append({.state = state});
        const CardId card = m_cards.cardIn(state.name);
        if (card == 0 || state.cardMute)
            continue;
        ++m_waitingFor;
        m_cards.converse<CardExamination>(
            card, examineCard, this,
            [this, name = state.name](Result<CardExamination> examined) { take(name, std::move(examined)); });
    }
    return {};
}

void DiagnosisRun::take(const QMap<QString, ReaderFeatures>& features) {
    for (ReaderFacts& reader : m_facts.readers) {
        if (features.contains(reader.state.name))
            reader.features = features.value(reader.state.name);
    }
    oneDone();
}

void DiagnosisRun::take(const QString& reader, Result<CardExamination> card) {
    const auto asked = std::ranges::find_if(
        m_facts.readers, [&](const ReaderFacts& facts) { return facts.state.name == reader; });
    if (asked != m_facts.readers.end())
        asked->card = std::move(card);
    oneDone();
}

void DiagnosisRun::oneDone() {
    if (--m_waitingFor == 0)
        Q_EMIT finished(diagnose(m_facts, *m_catalogue));
}

} // namespace madoguchi
