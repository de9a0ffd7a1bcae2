// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/officekey.h"
#include "tests/support/testcase.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace madoguchi {

class OfficeKeyTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyIssueHasAKeyOfItsOwn() {
        const OfficeKey office = OfficeKey::make();
        const auto first = office.managementSeed(u"I-0001"_s);
        QVERIFY(first && first->size() == 32);
        QVERIFY(*first == *office.managementSeed(u"I-0001"_s));
        QVERIFY(*first != *office.managementSeed(u"I-0002"_s));
        QVERIFY(*first != *OfficeKey::make().managementSeed(u"I-0001"_s));
        QVERIFY(*first != office.bytes());
    }
    void aPukComesOutOfEscrowForItsIssueOnly() {
        const OfficeKey office = OfficeKey::make();
        const SecretBytes puk = randomPuk();
        const auto sealed = office.sealPuk(u"I-0001"_s, puk);
        QVERIFY(sealed);
        QVERIFY(!sealed->contains(puk.view().toByteArray()));
        QVERIFY(*office.openPuk(u"I-0001"_s, *sealed) == puk);
        QCOMPARE(office.openPuk(u"I-0002"_s, *sealed).error().code, ErrorCode::EscrowWrong);
        QCOMPARE(OfficeKey::make().openPuk(u"I-0001"_s, *sealed).error().code, ErrorCode::EscrowWrong);
        QCOMPARE(office.openPuk(u"I-0001"_s, {}).error().code, ErrorCode::EscrowWrong);
        for (qsizetype at = 0; at < sealed->size(); ++at) {
            QByteArray changed = *sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY(!office.openPuk(u"I-0001"_s, changed));
        }
    }
    void pukDigitsAreAllUsed() {
        QSet<char> digits;
        for (int i = 0; i < 100; ++i) {
            const SecretBytes puk = randomPuk();
            QCOMPARE(puk.size(), std::size_t(8));
            for (const char digit : puk.view())
                digits.insert(digit);
        }
        QCOMPARE(digits.size(), 10);
        QVERIFY(!digits.contains('9' + 1));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::OfficeKeyTest)
#include "tst_officekey.moc"
