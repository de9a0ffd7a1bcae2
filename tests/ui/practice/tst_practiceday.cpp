// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice day as anybody plays it with `./run --tour`: the real program through all its screens, and
// what it leaves behind.

#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "tests/support/traces.h"
#include "ui/practice/practicepeople.h"
#include "ui/practice/practicestation.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PracticeDayTest : public TestCase {
    Q_OBJECT

    static constexpr std::chrono::milliseconds LongestDay{850'000}; ///< under sanitizers, on a busy machine

    QTemporaryDir m_day;  ///< pictures, and the folders "station" and "cards"
    QTemporaryDir m_home; ///< whatever else the program may write
    QByteArray m_said;
    Traces m_people;
    Traces m_pins;

    static QString program(const QString& name) {
        return qEnvironmentVariable("MADOGUCHI_BIN") + u'/' + name;
    }
    QProcessEnvironment environment() const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* variable : {"TMPDIR", "HOME", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                     "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(variable), m_home.path());
        return environment;
    }
    /// Names and PINs of the office in `folder`, as they are now.
    void lookFor(const QString& folder) {
        const SystemClock clock;
        const PracticeStation practice = expect(PracticeStation::openOrMake(folder, clock));
        for (const PracticeCard& card : practice.cards()) {
            if (!card.kana.isEmpty()) {
                m_people.add(card.name);
                m_people.add(card.kana);
            }
            // As bytes, because most have six digits: enough for the files of a station, which hold no text
            // with times and addresses.
            for (const char* encoding : Traces::encodings()) {
                if (card.piv)
                    m_pins.add(u"the PIN of "_s + card.id,
                               Traces::encoded(QString::fromLatin1(card.piv->pin()), encoding));
            }
        }
    }

private Q_SLOTS:
    void initTestCase() {
        QProcess day;
        day.setProcessEnvironment(environment());
        day.start(program(u"madoguchi-practice"_s), {u"--tour"_s, m_day.path()});
        QVERIFY(day.waitForFinished(static_cast<int>(LongestDay.count())));
        m_said = day.readAllStandardOutput();
        const QByteArray complaint = day.readAllStandardError();
        QVERIFY2(day.exitStatus() == QProcess::NormalExit && day.exitCode() == 0, complaint);
        m_said += complaint;
    }

    void everyPictureOfThePlanIsThere() {
        QList<QByteArray> plan = m_said.split('\n');
        plan.removeIf([](const QByteArray& line) { return !line.endsWith(".png"); });
        QVERIFY(!plan.isEmpty());
        for (const QByteArray& name : std::as_const(plan)) {
            const QImage picture(m_day.filePath(QString::fromUtf8(name)));
            QVERIFY2(picture.size() == QSize(1280, 800), name); // no page makes the window grow
        }
        QCOMPARE(QDir(m_day.path()).entryList({u"*.png"_s}).size(), plan.size());
    }

    void itsLogIsRightFromTheFirstRecordToTheLast() {
        QProcess verifying;
        verifying.start(program(u"madoguchictl"_s),
                        {u"audit"_s, u"verify"_s, u"--station"_s, m_day.filePath(u"station"_s)});
        QVERIFY(verifying.waitForFinished());
        const QByteArray verdict = verifying.readAllStandardOutput() + verifying.readAllStandardError();
        QCOMPARE(verifying.exitCode(), 0);
        QVERIFY2(verdict.startsWith("ok: "), verdict);
    }

    void nobodyAndNoPinOfTheDayIsInClearInAnyFileOfTheStation() {
        for (const QStringView text : practicepeople::All)
            m_people.add(text.toString());
        // Parts that a search index or a message might carry; the city is what the postal code stands for.
        for (const QString& part :
             {u"葛城"_s, u"かつらぎ"_s, u"カツラギ"_s, u"髙子"_s, u"高子"_s, u"たかこ"_s, u"千代田"_s})
            m_people.add(part);
        const QTemporaryDir morning; // the same office before the day changed some of its PINs
        lookFor(morning.path());
        lookFor(m_day.path());
        // The cards' own files lie beside the station and have all of it: so the search works.
        QVERIFY(!m_people.foundBelow(m_day.filePath(u"cards"_s)).isEmpty());
        QVERIFY(!m_pins.foundBelow(m_day.filePath(u"cards"_s)).isEmpty());

        QVERIFY(QFile::exists(m_day.filePath(u"station/vault.db"_s)));
        QStringList found = m_people.foundIn(u"output"_s, m_said) + m_pins.foundIn(u"output"_s, m_said);
        for (const QString& folder : {m_day.filePath(u"station"_s), m_home.path()})
            found += m_people.foundBelow(folder) + m_pins.foundBelow(folder);
        QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PracticeDayTest)
#include "tst_practiceday.moc"
