// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A whole station in a temporary folder with simulated cards, one for each role: what the window needs around
// it in a test. GUI thread.
#pragma once

#include "app/operators/enrolment.h"
#include "app/station/stationinit.h"
#include "app/workstation.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/support/fakeclock.h"

#include <QMap>
#include <QTemporaryDir>

namespace madoguchi {

/// When somebody has a role; null: at any time.
struct RoleDates {
    QDate from = {};
    QDate to = {};
};

class StationWithCards {
public:
    StationWithCards() {
        m_clock.setNow(QDateTime::currentDateTimeUtc());
        const StationFolder folder(m_folder.filePath(QStringLiteral("station")));
        require(initialiseStation(folder,
                                  {QStringLiteral("みどり野市役所"), QStringLiteral("窓口3番"),
                                   value(m_authority.certificatePem())},
                                  m_clock));
        m_station = value(Workstation::open(folder.path(), m_stack, m_clock));
    }

    Workstation& station() { return *m_station; }
    FakeClock& clock() { return m_clock; }

    /// Makes and registers a card; `id` such as "op01".
    void enroll(const QString& id, const QString& name, Role role, const RoleDates& dates = {}) {
        CardOrder order;
        order.subject.commonName = id;
        order.pin = "246810";
        order.puk = "13579246";
        auto card = std::make_shared<SimulatedPivCard>(value(makeCard(order, m_authority)));
        m_stack->insert(reader(), card);
        Operator person;
        person.id = id;
        person.name = name;
        person.kana = QStringLiteral("テスト");
        person.role = role;
        person.validFrom = dates.from;
        person.validTo = dates.to;
        const auto authority = value(CertificateVerifier::fromPem(m_station->facts().authorityPem));
        Enrolment enrolment({m_station->database(), m_station->operators(), m_station->vaultKeySlots(),
                             m_station->actions(), authority, m_clock, m_station->folder().vaultDatabase()});
        require(enrolment.enroll(person, prove()));
        m_stack->remove(reader());
        m_cards.insert(id, card);
    }

    void start() { m_station->cards().start(); }
    void putIn(const QString& id) { m_stack->insert(reader(), m_cards.value(id)); }
    void putIn(const std::shared_ptr<SimulatedCard>& card) { m_stack->insert(reader(), card); }
    void takeOut() { m_stack->remove(reader()); }
    void plugReader(const QString& name) { m_stack->plugReader(name); }
    void unplugReader(const QString& name) { m_stack->unplugReader(name); }
    static SecretBytes pin() { return SecretBytes::copyOf("246810"); }

private:
    static QString reader() { return QStringLiteral("Reader"); }

    CardProof prove() {
        const auto connection = value(m_stack->connect(reader()));
        const auto transaction = value(connection->begin());
        return value(proveCard(*transaction, pin()));
    }

    template <class T>
    static T value(Result<T> result) {
        require(result);
        return *std::move(result);
    }
    template <class T>
    static void require(const Result<T>& result) {
        if (!result)
            qFatal("%s", qPrintable(toString(result.error())));
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    CertificateAuthority m_authority =
        value(CertificateAuthority::make({.organization = QStringLiteral("Test"),
                                          .organizationalUnit = {},
                                          .commonName = QStringLiteral("CA"),
                                          .serialNumber = {}},
                                         CertificateValidity::years(10)));
    std::shared_ptr<SimulatedStack> m_stack = std::make_shared<SimulatedStack>(QStringList{reader()});
    std::unique_ptr<Workstation> m_station;
    QMap<QString, std::shared_ptr<SimulatedPivCard>> m_cards;
};

} // namespace madoguchi
