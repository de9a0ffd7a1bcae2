// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/diagnosis.h"

#include "app/base/error.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int SoonDays = 60;

using Lines = QList<DiagnosisLine>;

QString keyName(PivKey key) {
    return QString::number(static_cast<int>(key), 16).toUpper();
}

Finding serviceFinding(const std::optional<ErrorCode>& failure) {
    if (!failure)
        return Finding::ServiceRuns;
    return *failure == ErrorCode::CardServiceDenied ? Finding::ServiceDenied : Finding::ServiceMissing;
}

Finding readerFinding(const ReaderFacts& reader, const CardCatalogue& catalogue) {
    if (!reader.features)
        return Finding::ReaderFeaturesUnknown;
    if (!reader.features->verifiesOnPad)
        return Finding::ReaderWithoutPad;
    return catalogue.padClaimIsFalse(reader.state.name) ? Finding::ReaderPadDoubtful : Finding::ReaderWithPad;
}

DiagnosisLine certificateLine(const CertificateFacts& facts, const QDateTime& now) {
    DiagnosisLine line{.subject = keyName(facts.key), .key = facts.key};
    switch (facts.state) {
    case CertificateFacts::State::Missing:
        line.finding = Finding::CertificateMissing;
        return line;
    case CertificateFacts::State::Unreadable:
        line.finding = Finding::CertificateUnreadable;
        return line;
    case CertificateFacts::State::Read:
        break;
    }
    line.date = facts.notAfter.toLocalTime().date();
    if (now < facts.notBefore) {
        line.finding = Finding::CertificateNotYetValid;
        line.date = facts.notBefore.toLocalTime().date();
    } else if (now > facts.notAfter) {
        line.finding = Finding::CertificateExpired;
    } else {
        line.finding =
            now.addDays(SoonDays) > facts.notAfter ? Finding::CertificateEndsSoon : Finding::CertificateValid;
    }
    return line;
}

DiagnosisLine triesLine(const std::optional<int>& tries) {
    if (!tries)
        return {.finding = Finding::TriesUnknown};
    if (*tries == 0)
        return {.finding = Finding::TriesNone};
    return {.finding = *tries == 1 ? Finding::TriesLast : Finding::TriesLeft, .count = tries};
}

DiagnosisLine failureLine(const Error& error) {
    constexpr std::array Known{std::pair{ErrorCode::CardNotPiv, Finding::ApplicationMissing},
                               std::pair{ErrorCode::CardMute, Finding::CardMute},
                               std::pair{ErrorCode::CardBusy, Finding::CardBusy},
                               std::pair{ErrorCode::CardMissing, Finding::CardMissing},
                               std::pair{ErrorCode::CardRemoved, Finding::CardMissing}};
    for (const auto& [code, finding] : Known) {
        if (code == error.code)
            return {.finding = finding};
    }
    return {.finding = Finding::CardUnreadable, .subject = errorName(error.code)};
}

Lines cardLines(const CardExamination& card, const QDateTime& now) {
    Lines lines{{.finding = Finding::ApplicationPresent}};
    if (!card.hasChuid)
        lines.append({.finding = Finding::ChuidMissing});
    for (const CertificateFacts& certificate : card.certificates)
        lines.append(certificateLine(certificate, now));
    lines.append(triesLine(card.pinTries));
    return lines;
}

Lines linesOf(const ReaderFacts& reader, const QDateTime& now, const CardCatalogue& catalogue) {
    Lines lines{{.finding = readerFinding(reader, catalogue)}};
    if (!reader.state.cardPresent) {
        lines.append({.finding = Finding::CardMissing});
    } else if (reader.state.cardMute || !reader.card) {
        lines.append({.finding = Finding::CardMute});
    } else {
        lines.append({.finding = Finding::CardKind, .subject = catalogue.nameOf(reader.state.atr)});
        lines += *reader.card ? cardLines(**reader.card, now) : Lines{failureLine(reader.card->error())};
    }
    return lines;
}

Lines clientLines(const CardClients& clients) {
    Lines lines;
    if (clients.tracesCommands)
        lines.append({.finding = Finding::ServiceTracesCommands});
    if (!clients.programs.isEmpty()) {
        lines.append({.finding = Finding::OtherPrograms, .subject = clients.programs.join(u", "_s)});
    } else if (!clients.hasUnseen) {
        lines.append({.finding = Finding::OtherProgramsNone});
    }
    if (clients.hasUnseen)
        lines.append({.finding = Finding::OtherProgramsUnseen});
    return lines;
}

} // namespace

Diagnosis diagnose(const DiagnosisFacts& facts, const CardCatalogue& catalogue) {
    Diagnosis diagnosis;
    diagnosis.lines.append({.finding = serviceFinding(facts.service)});
    if (!facts.service && facts.readers.isEmpty())
        diagnosis.lines.append({.finding = Finding::ReaderMissing});
    for (const ReaderFacts& reader : facts.readers) {
        diagnosis.readers.append(reader.state.name);
        for (DiagnosisLine line : linesOf(reader, facts.now, catalogue)) {
            line.reader = static_cast<int>(diagnosis.readers.size());
            diagnosis.lines.append(line);
        }
    }
    diagnosis.lines += clientLines(facts.clients);
    return diagnosis;
}

} // namespace madoguchi
