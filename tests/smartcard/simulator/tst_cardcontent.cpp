// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardcontent.h"
#include "tests/smartcard/simulator/practicecards.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {

class CardContentTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void comesBackFromItsFileAsItWas() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"card.json"_s);
        CardOrder order = testOrder();
        order.authenticationAlgorithm = CardKeyAlgorithm::Rsa2048;
        order.signatureAlgorithm = CardKeyAlgorithm::P384;
        order.personality = CardPersonality::yubikey();
        order.personality.echoesInvalidPoint = true;
        CardContent card = makeCard(order, testAuthority()).value();
        card.pin.left = 2;
        QVERIFY(card.save(path));
        const CardContent again = CardContent::load(path).value();
        QCOMPARE(again.toJson().value(), card.toJson().value());
        QCOMPARE(again.personality, card.personality);
        QCOMPARE(again.pin.left, 2);
        QCOMPARE(again.keys.at(0x9A).algorithm(), CardKeyAlgorithm::Rsa2048);
        QCOMPARE(again.keys.at(0x9C).algorithm(), CardKeyAlgorithm::P384);
    }

    void theFileSaysWhatItHoldsAndIsItsOwnersOnly() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"card.json"_s);
        QVERIFY(makeCard(testOrder(), testAuthority()).value().save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(
            file.readAll().contains("SIMULATED card. This file holds its PIN, its PUK and its private keys"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void whatIsDamagedIsNotACard_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("format") << u"format"_s << QJsonValue(u"something else"_s);
        QTest::newRow("personality") << u"personality"_s
                                     << QJsonValue(QJsonObject{{u"name"_s, u"no such"_s}});
        QTest::newRow("PIN") << u"pin"_s << QJsonValue(QJsonObject{});
        QTest::newRow("more left than there are")
            << u"puk"_s
            << QJsonValue(QJsonObject{{u"value"_s, u"3132333435363738"_s}, {u"tries"_s, 3}, {u"left"_s, 4}});
        QTest::newRow("management key") << u"managementKey"_s << QJsonValue(QJsonObject{{u"algorithm"_s, 3}});
        QTest::newRow("keys") << u"keys"_s << QJsonValue(QJsonObject{{u"9A"_s, u"no key"_s}});
        QTest::newRow("objects") << u"objects"_s << QJsonValue(QJsonObject{{u"5FC102"_s, u"no hex"_s}});
    }
    void whatIsDamagedIsNotACard() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject json = makeCard(testOrder(), testAuthority()).value().toJson().value();
        QVERIFY(CardContent::fromJson(json));
        json.insert(field, value);
        QCOMPARE(CardContent::fromJson(json).error().code, ErrorCode::FileMalformed);
    }

    void aMissingFileAndNoJsonHaveTheirCodes() {
        QTemporaryDir folder;
        QCOMPARE(CardContent::load(folder.filePath(u"none"_s)).error().code, ErrorCode::FileMissing);
        QFile file(folder.filePath(u"text"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no card");
        file.close();
        QCOMPARE(CardContent::load(file.fileName()).error().code, ErrorCode::FileMalformed);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::CardContentTest)
#include "tst_cardcontent.moc"
