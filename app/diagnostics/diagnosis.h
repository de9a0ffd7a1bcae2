// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is the matter with cards and readers: facts in, one line for each thing that was looked at out. Pure;
// any thread.
#pragma once

#include "app/base/errorcode.h"
#include "app/diagnostics/cardclients.h"
#include "app/diagnostics/cardexamination.h"
#include "app/diagnostics/finding.h"
#include "smartcard/cardcatalogue.h"

#include <QDate>
#include <QList>

#include <optional>

namespace madoguchi {

struct ReaderFacts {
    ReaderState state;
    std::optional<ReaderFeatures> features = {};      ///< none: it could not be asked
    std::optional<Result<CardExamination>> card = {}; ///< none: there is no card, or it is mute
};

struct DiagnosisFacts {
    std::optional<ErrorCode> service = {}; ///< why pcscd can't be used; none: it can
    QList<ReaderFacts> readers = {};
    CardClients clients = {};
    QDateTime now = {};
};

struct DiagnosisLine {
    Finding finding = Finding::ServiceRuns;
    int reader = 0;                 ///< from 1; 0 for what is about no reader
    QString subject = {};           ///< %1 of the finding's text
    std::optional<PivKey> key = {}; ///< what the subject says, as a value
    std::optional<int> count = {};  ///< %2, or
    QDate date = {};                ///< %2
};

struct Diagnosis {
    QStringList readers; ///< their names, for DiagnosisLine::reader
    QList<DiagnosisLine> lines;
};

Diagnosis diagnose(const DiagnosisFacts& facts, const CardCatalogue& catalogue);

} // namespace madoguchi
