// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Gathers the facts of a diagnosis while the program runs, through its own CardService: each reader's
// features and a conversation with each card. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/diagnostics/cardclientsearch.h"
#include "app/diagnostics/diagnosis.h"
#include "app/session/session.h"
#include "smartcard/cardservice.h"

#include <QObject>

namespace madoguchi {

class DiagnosisRun : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the run.
    DiagnosisRun(CardService& cards, const Clock& clock, QObject* parent = nullptr);

    /// finished() follows, once, at the latest when the service's patience with every card is over. Nothing
    /// happens while one is under way. Errors: PermissionDenied; FileMalformed for the catalogue of cards.
    Result<> begin(const Session& session);
    /// The same where nobody is logged in, and so no permission can be asked.
    Result<> beginWithoutSession();
    bool isRunning() const { return m_waitingFor > 0; }

Q_SIGNALS:
    void finished(const madoguchi::Diagnosis& diagnosis);

private:
    void take(const QMap<QString, ReaderFeatures>& features);
    void take(const QString& reader, Result<CardExamination> card);
    void oneDone();

    CardService& m_cards;
    const Clock& m_clock;
    std::optional<CardCatalogue> m_catalogue;
    DiagnosisFacts m_facts;
    CardClientSearch m_search;
    int m_waitingFor = 0; ///< answers that are still to come
};

} // namespace madoguchi
