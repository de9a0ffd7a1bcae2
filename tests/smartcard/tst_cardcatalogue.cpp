// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/carddata.h"
#include "smartcard/cardcatalogue.h"
#include "smartcard/piv/pivadministrator.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace madoguchi {

class CardCatalogueTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aKindIsKnownByItsAnswerToReset() {
        const auto catalogue = CardCatalogue::load();
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(toString(catalogue.error())));
        const QByteArray yubikey = QByteArray::fromHex("3BFD1300008131FE158073C021C057597562694B657940");
        QCOMPARE(catalogue->kindOf(yubikey), u"yubikey"_s);
        QCOMPARE(catalogue->nameOf(yubikey), u"YubiKey"_s);
        for (const QByteArray& other : {QByteArray(), QByteArray("x"), yubikey + 'x', yubikey.chopped(1)})
            QCOMPARE(catalogue->kindOf(other), u"nist"_s);
    }

    // What the data says of a make is what opens the card that the simulator makes of it.
    void factoryKeysOpenABlankCardOfEveryMake_data() {
        QTest::addColumn<QString>("make");
        for (const QString& name : CardPersonality::names())
            QTest::newRow(qPrintable(name)) << name;
    }
    void factoryKeysOpenABlankCardOfEveryMake() {
        QFETCH(QString, make);
        const auto catalogue = CardCatalogue::load();
        CardContent content = blankCardContent(CardPersonality::named(make).value());
        const QByteArray atr = content.personality.atr;
        CardInHand card(std::make_shared<SimulatedPivCard>(std::move(content)));
        auto piv = PivApplet::select(card);
        QVERIFY(piv);
        int opened = 0;
        for (const PivManagementKey& key : catalogue->factoryManagementKeys(atr))
            opened += PivAdministrator::authenticate(card, key) ? 1 : 0;
        QCOMPARE(opened, 1);
        QCOMPARE(piv->changePuk(catalogue->factoryPuks(atr).at(0), SecretBytes::copyOf("84071629"))->kind,
                 PinOutcome::Kind::Accepted);
    }

    void readersThatLieAboutTheirPadAreKnown() {
        const auto catalogue = CardCatalogue::load();
        QVERIFY(catalogue->padClaimIsFalse(
            u"Hewlett-Packard Company HP USB Smart Card Keyboard [SC Interface] (1234) 00 00"_s));
        QVERIFY(!catalogue->padClaimIsFalse(u"Virtual PCD 00 00"_s));
        QVERIFY(!catalogue->padClaimIsFalse({}));
    }

    void dataThatMakesNoSenseIsRefused_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const auto keys = [](const QString& algorithm, const QString& value) {
            return QJsonValue(
                QJsonObject{{u"managementKeys"_s,
                             QJsonArray{QJsonObject{{u"algorithm"_s, algorithm}, {u"value"_s, value}}}},
                            {u"puks"_s, QJsonArray{u"12345678"_s}}});
        };
        QTest::newRow("no name") << u"name"_s << QJsonValue();
        QTest::newRow("no hexadecimal") << u"atrs"_s << QJsonValue(QJsonArray{u"3BX"_s});
        QTest::newRow("no keys") << u"factory"_s << QJsonValue();
        QTest::newRow("unknown algorithm") << u"factory"_s << keys(u"des"_s, QString(48, u'0'));
        QTest::newRow("short key") << u"factory"_s << keys(u"3des"_s, QString(46, u'0'));
        QTest::newRow("impossible PUK")
            << u"factory"_s
            << QJsonValue(QJsonObject{{u"managementKeys"_s, QJsonArray{}}, {u"puks"_s, QJsonArray{u"1"_s}}});
    }
    void dataThatMakesNoSenseIsRefused() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QMap<QString, QJsonObject> kinds = cardKindData();
        QVERIFY(CardCatalogue::fromJson(kinds, readerData()));
        kinds[u"yubikey"_s].insert(field, value);
        QCOMPARE(CardCatalogue::fromJson(kinds, readerData()).error().code, ErrorCode::FileMalformed);
    }
    void withoutAKindForEveryOtherCardItIsRefused() {
        QCOMPARE(CardCatalogue::fromJson({}, {}).error().code, ErrorCode::FileMalformed);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardCatalogueTest)
#include "tst_cardcatalogue.moc"
