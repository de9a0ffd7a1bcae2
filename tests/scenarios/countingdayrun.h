// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A station with two operators for the program countingday, and that program as a process. Test's main
// thread.
#pragma once

#include "tests/support/counterstation.h"

#include <QCoreApplication>
#include <QProcess>

namespace madoguchi {

class CountingDayRun {
public:
    CountingDayRun() {
        employ(QStringLiteral("op1"), firstCard());
        employ(QStringLiteral("op2"), secondCard());
    }

    /// What is typed into the form.
    static FieldValues values() {
        return {{QStringLiteral("person-name"), QStringLiteral("渡邉 美咲")},
                {QStringLiteral("person-kana"), QStringLiteral("ワタナベ ミサキ")},
                {QStringLiteral("new-address"), QStringLiteral("みどり野市若葉台四丁目")}};
    }

    /// Starts it with everything typed in advance; `environment`: its own, or the test's.
    std::unique_ptr<QProcess> start(int days, const QProcessEnvironment& environment = {}) {
        auto process = std::make_unique<QProcess>();
        if (!environment.isEmpty())
            process->setProcessEnvironment(environment);
        process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/countingday"),
                       {m_station.folder(), firstCard(), secondCard(), QString::number(days)});
        QByteArray typed = QByteArray(CounterStation::Pin) + '\n';
        for (const auto& [field, value] : values().asKeyValueRange())
            typed += field.toUtf8() + '=' + value.toUtf8() + '\n';
        process->write(typed);
        process->closeWriteChannel();
        if (!process->waitForStarted())
            qFatal("countingday does not start");
        return process;
    }

    /// In this process; to be closed while the program runs.
    CounterStation& station() { return m_station; }
    /// Where the cards' own files are.
    QString cards() const { return m_cards.path(); }
    /// As the program left them.
    CounterStation::Card first() const { return expect(SimulatedPivCard::load(firstCard())); }
    CounterStation::Card second() const { return expect(SimulatedPivCard::load(secondCard())); }

private:
    QString firstCard() const { return m_cards.filePath(QStringLiteral("first.card")); }
    QString secondCard() const { return m_cards.filePath(QStringLiteral("second.card")); }

    void employ(const QString& id, const QString& path) {
        expect(expect(makeCard(m_station.order(), m_station.authority())).save(path));
        m_station.enroll(CounterStation::person(id), expect(SimulatedPivCard::load(path)));
    }

    SystemClock m_clock;
    CounterStation m_station{m_clock};
    QTemporaryDir m_cards;
};

} // namespace madoguchi
