// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/frameparts.h"

#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReportingPage final : public ScriptedScreen {
public:
    explicit ReportingPage(const ScreenContext& context) : ScriptedScreen(deskName, context, {}) {}
    using Screen::report;
};

class ScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatIsDoneStaysSaidWhenThePageCanNotBeReadAgain() {
        m_page.report({}, u"Card C-0001 is unlocked."_s,
                      []() -> Result<> { return fail(ErrorCode::DatabaseFailed); });
        QCOMPARE(m_failed.size(), 0);
        QCOMPARE(m_succeeded.size(), 1);
        const QString said = m_succeeded.constFirst().constFirst().toString();
        QVERIFY(said.startsWith(u"Card C-0001 is unlocked.\n"_s));
        QVERIFY(said.contains(u"could not be read again"_s));
    }

    void aChangeThatFailedIsAnErrorAndReadsNothing() {
        int read = 0;
        m_page.report(fail(ErrorCode::CardUnknown), u"Done."_s, [&]() -> Result<> {
            ++read;
            return {};
        });
        QCOMPARE(m_failed.size(), 1);
        QCOMPARE(m_succeeded.size(), 0);
        QCOMPARE(read, 0);
    }

    void init() {
        TestCase::init();
        m_failed.clear();
        m_succeeded.clear();
    }

private:
    FrameParts m_parts;
    ReportingPage m_page{m_parts.context()};
    QSignalSpy m_failed{&m_page, &Screen::failed};
    QSignalSpy m_succeeded{&m_page, &Screen::succeeded};
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ScreenTest)
#include "tst_screen.moc"
