// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// On a real pcscd: the window of a session is gone within a second after its card, also with a question open
// over the page. The second counts from pcscd's own word: what pcscd and the virtual reader take before that
// (they look 2 to 10 times a second, later on a busy machine) is not ours, and only the program's part can be
// held to a time. From pcscd's word on it has nothing to wait for but the disk.

#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/counterstation.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/simulatedvpcd.h"
#include "tests/support/testcase.h"
#include "ui/mainwindow.h"
#include "ui/screens/draftscreen.h"
#include "ui/theme.h"
#include "ui/widgets/messagepanel.h"
#include "ui/workarea.h"

#include <QApplication>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Wait = 20'000;      // milliseconds
constexpr qint64 Longest = 1'000; // milliseconds

qint64 now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// pcscd, and when it last said that no card is in any reader.
class HeardStack final : public CardStack {
public:
    /// As now(); 0 while a card is in.
    qint64 emptySince() const { return m_emptySince; }

    Result<QList<ReaderState>> waitForChange(const QList<ReaderState>& known) override {
        Result<QList<ReaderState>> states = m_stack.waitForChange(known);
        const bool empty = states && std::ranges::none_of(*states, &ReaderState::cardPresent);
        if (!empty || m_emptySince == 0) // the first word counts
            m_emptySince = empty ? now() : 0;
        return states;
    }
    void interrupt() override { m_stack.interrupt(); }
    Result<std::unique_ptr<CardConnection>> connect(const QString& reader) override {
        return m_stack.connect(reader);
    }

private:
    PcscStack m_stack;
    std::atomic<qint64> m_emptySince = 0;
};

} // namespace

class LockOnRemovalTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    PcscdFixture m_pcscd;
    qint64 m_gone = 0; ///< when the page went

    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

private Q_SLOTS:
    void theWindowIsEmptyWithinASecondWhateverQuestionIsOpen() {
        applyTheme(*qApp, Scale());
        QVERIFY2(m_pcscd.start().has_value(), m_pcscd.log());
        CounterStation station(m_clock);
        const CounterStation::Card hers = station.employ(u"op1"_s);
        const auto heard = std::make_shared<HeardStack>();
        station.openOver(heard, 2);
        MainWindow window(station.workstation());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        VpcdCard card(behaviourOf(hers));
        QVERIFY(card.insert(PcscdFixture::FirstPort));
        QTRY_COMPARE_WITH_TIMEOUT(station.view().state, LoginState::AwaitingPin, Wait);
        station.enterPin();
        QTRY_VERIFY_WITH_TIMEOUT(window.workArea() != nullptr, Wait);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_2, Qt::Key_Return}) // a reception, and its draft
            press(key);
        QTRY_VERIFY(window.findChild<DraftScreen*>() != nullptr);
        press(Qt::Key_F7);
        press(Qt::Key_A); // a reason to save before the page goes
        QVERIFY(MessagePanel::openIn(&window) != nullptr);

        connect(window.workArea(), &QObject::destroyed, this, [this] { m_gone = now(); });
        card.pull();
        QTRY_VERIFY_WITH_TIMEOUT(m_gone != 0, Wait);
        QVERIFY(heard->emptySince() != 0);
        const qint64 took = m_gone - heard->emptySince();
        QVERIFY2(took < Longest, qPrintable(u"%1 ms"_s.arg(took)));
        QVERIFY(station.login().session() == nullptr);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LockOnRemovalTest)
#include "tst_lockonremoval.moc"
