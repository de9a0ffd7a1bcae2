// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/varianthint.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class NameEditTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scale()); }

    void init() {
        TestCase::init();
        m_name = std::make_unique<NameEdit>(10);
        m_kana = std::make_unique<KanaEdit>();
        connect(m_name.get(), &NameEdit::readingCaught, m_kana.get(), &KanaEdit::offerReading);
    }

    void theReadingIsCaughtFromThePreedit() {
        compose({u"k"_s, u"か"_s, u"かt"_s, u"かつ"_s, u"かつr"_s, u"かつら"_s, u"かつらぎ"_s, u"葛城"_s},
                u"葛城"_s);
        QCOMPARE(m_name->value(), u"葛城"_s);
        QCOMPARE(m_kana->value(), u"カツラギ"_s);
    }

    void theReadingGrowsWithTheName() {
        compose({u"かつらぎ"_s, u"葛城"_s}, u"葛城"_s);
        compose({u"　"_s}, u"　"_s);
        compose({u"たかこ"_s, u"高子"_s, u"髙子"_s}, u"髙子"_s);
        QCOMPARE(m_name->value(), u"葛城　髙子"_s);
        QCOMPARE(m_kana->value(), u"カツラギ　タカコ"_s);
    }

    void aFinalNIsASyllable() {
        compose({u"しn"_s, u"新"_s}, u"新"_s);
        QCOMPARE(m_kana->value(), u"シン"_s);
    }

    void aCorrectedReadingCountsAsLastSeen() {
        compose({u"かつらき"_s, u"かつら"_s, u"かつらぎ"_s, u"葛城"_s}, u"葛城"_s);
        QCOMPARE(m_kana->value(), u"カツラギ"_s);
    }

    void aReadingThatSomebodyTypedIsNotOverwritten() {
        m_kana->setValue(u"クズシロ"_s);
        compose({u"かつらぎ"_s, u"葛城"_s}, u"葛城"_s);
        QCOMPARE(m_kana->value(), u"クズシロ"_s);
    }

    void aChangeInTheMiddleEndsTheCatching() {
        compose({u"かつらぎ"_s, u"葛城"_s}, u"葛城"_s);
        QTest::keyClick(m_name->line(), Qt::Key_Backspace);
        QSignalSpy caught(m_name.get(), &NameEdit::readingCaught);
        compose({u"き"_s, u"木"_s}, u"木"_s);
        QCOMPARE(caught.count(), 0);
        QTest::keyClick(m_name->line(), Qt::Key_Backspace);
        QTest::keyClick(m_name->line(), Qt::Key_Backspace);
        compose({u"もり"_s, u"森"_s}, u"森"_s);
        QCOMPARE(caught.count(), 1);
    }

    void theLimitCountsCharactersAndLosesNothing() {
        const QString ten = u"葛\U000E0100"_s.repeated(10);
        m_name->setValue(ten);
        QCOMPARE(m_name->note(), QString());
        m_name->setValue(ten + u"\U00020BB7"_s);
        QVERIFY(!m_name->note().isEmpty());
        QCOMPARE(m_name->value(), ten + u"\U00020BB7"_s);
    }

    void aVariationSequenceIsKeptAndShown() {
        auto* hint = m_name->findChild<VariantHint*>();
        m_name->setValue(u"葛城"_s);
        QVERIFY(hint->isHidden());
        m_name->setValue(u"葛\U000E0100城"_s);
        QVERIFY(!hint->isHidden());
        QVERIFY2(hint->words().contains(u"葛 E0100"_s), qUtf8Printable(hint->words()));
        QCOMPARE(m_name->value(), u"葛\U000E0100城"_s);
    }

    void theNameIsSetInMincho() {
        QCOMPARE(m_name->line()->font().families().constFirst(), u"IPAmjMincho"_s);
    }

private:
    void compose(const QStringList& preedits, const QString& result) {
        for (const QString& preedit : preedits) {
            QInputMethodEvent event(preedit, {});
            QCoreApplication::sendEvent(m_name->line(), &event);
        }
        QInputMethodEvent event;
        event.setCommitString(result);
        QCoreApplication::sendEvent(m_name->line(), &event);
    }

    std::unique_ptr<NameEdit> m_name;
    std::unique_ptr<KanaEdit> m_kana;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::NameEditTest)
#include "tst_nameedit.moc"
