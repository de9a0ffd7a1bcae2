// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody who sets a station up has on the table: an empty folder, a medium, a reader, a new card. Main
// thread with an event loop.
#pragma once

#include "app/audit/auditreader.h"
#include "app/setup/stationsetup.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>

namespace madoguchi {

class StationInMaking {
public:
    static constexpr char Passphrase[] = "four words in a safe";
    static constexpr char Pin[] = "73915406";
    static QString reader() { return QStringLiteral("Reader"); }
    static SecretBytes passphrase() { return SecretBytes::copyOf(Passphrase); }
    static SecretBytes pin() { return SecretBytes::copyOf(Pin); }
    static Operator person() {
        return firstAdministrator(QStringLiteral("ad1"), QStringLiteral("管理 一郎"),
                                  QStringLiteral("カンリ イチロウ"));
    }
    static Operator secondPerson() {
        return firstAdministrator(QStringLiteral("ad2"), QStringLiteral("管理 二郎"),
                                  QStringLiteral("カンリ ジロウ"));
    }
    static std::shared_ptr<SimulatedPivCard> newCard() {
        return std::make_shared<SimulatedPivCard>(
            blankCardContent(expect(CardPersonality::named(QStringLiteral("yubikey-aes")))));
    }

    StationInMaking() {
        clock->setNow(QDateTime::currentDateTimeUtc());
        QDir().mkpath(medium);
    }

    SetupOrder order() const {
        SetupOrder order{.office = QStringLiteral("みどり野市役所"), .terminal = QStringLiteral("窓口1番")};
        order.medium = medium;
        order.passphrase = passphrase();
        return order;
    }
    QString file(const QString& name) const { return temporary.filePath(name); }
    SetupNeed need() const { return expect(setupNeedOf(folder)); }
    /// Action and who, of each record.
    QStringList recorded() const {
        Database database = expect(folder.openToRead());
        QStringList lines;
        for (const AuditRecord& record : expect(readAuditAsAdministrator(database, {.limit = 100})).records)
            lines.prepend(record.action + u' ' + record.details.value(QStringLiteral("via")));
        return lines;
    }

    QTemporaryDir temporary;
    StationFolder folder{temporary.filePath(QStringLiteral("station"))};
    QString medium = temporary.filePath(QStringLiteral("medium"));
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    std::shared_ptr<SimulatedStack> stack = std::make_shared<SimulatedStack>(QStringList{reader()});
};

} // namespace madoguchi
