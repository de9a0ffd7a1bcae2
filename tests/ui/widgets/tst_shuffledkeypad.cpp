// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QApplication>
#include <QSet>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ShuffledKeypadTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_keypad = std::make_unique<ShuffledKeypad>();
        m_field = std::make_unique<PinField>();
        m_keypad->show();
        m_field->show();
        QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
    }

    void everyDigitIsThereOnce() {
        for (int i = 0; i < 20; ++i) {
            QString sorted = m_keypad->digits();
            std::sort(sorted.begin(), sorted.end());
            QCOMPARE(sorted, u"0123456789"_s);
            m_keypad->shuffle();
        }
    }

    void theOrderIsAnotherOneEachTimeItIsShown() {
        QSet<QString> orders;
        for (int i = 0; i < 8; ++i) {
            m_keypad->hide();
            m_keypad->show();
            orders.insert(m_keypad->digits());
        }
        QVERIFY2(orders.size() >= 7, "8 orders of 3,628,800");
        QSet<QChar> firsts;
        for (int i = 0; i < 200; ++i) {
            m_keypad->shuffle();
            firsts.insert(m_keypad->digits().front());
        }
        QCOMPARE(firsts.size(), 10);
    }

    void aClickTypesTheDigitThatIsShownThere() {
        m_keypad->setField(m_field.get());
        for (const int digit : {4, 8, 2, 9, 1, 5, 5})
            click(digit);
        click(-1);
        QCOMPARE(m_field->takePin().view(), QByteArrayView("482915"));
        QVERIFY(!m_keypad->hasFocus());
    }

    void betweenTheKeysNothingHappens() {
        m_keypad->setField(m_field.get());
        QTest::mouseClick(m_keypad.get(), Qt::LeftButton, {}, m_keypad->rect().bottomRight());
        const QRect key = m_keypad->keyOf(m_keypad->digits().front().digitValue());
        QTest::mouseClick(m_keypad.get(), Qt::LeftButton, {}, key.topRight() + QPoint(4, 4));
        QCOMPARE(m_field->size(), std::size_t(0));
    }

    void withoutAFieldOrADisabledOneNothingHappens() {
        click(3);
        m_keypad->setField(m_field.get());
        m_field->setEnabled(false);
        click(3);
        QCOMPARE(m_field->size(), std::size_t(0));
        m_field.reset();
        click(3);
    }

private:
    void click(int digit) {
        QTest::mouseClick(m_keypad.get(), Qt::LeftButton, {}, m_keypad->keyOf(digit).center());
    }
    std::unique_ptr<ShuffledKeypad> m_keypad;
    std::unique_ptr<PinField> m_field;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ShuffledKeypadTest)
#include "tst_shuffledkeypad.moc"
