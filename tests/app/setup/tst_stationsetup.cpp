// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From an empty folder to an administrator who logs in, with everything that can be cut off on the way.

#include "app/issuing/rootmedium.h"
#include "app/setup/officeroot.h"
#include "app/setup/stationenrolment.h"
#include "app/station/stationinit.h"
#include "tests/support/counterstation.h"
#include "tests/support/cutcard.h"
#include "tests/support/growthlimit.h"
#include "tests/support/stationinmaking.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// The program while it sets up; as often as it is started.
struct Program {
    explicit Program(StationInMaking& table) : setup(table.folder, table.stack, table.clock) {
        QObject::connect(&setup, &StationSetup::failed, &setup, [this](const Error& why) { error = why; });
        QObject::connect(&setup, &StationSetup::pinRefused, &setup,
                         [this](const PinOutcome& pin) { refused = pin; });
        QObject::connect(&setup, &StationSetup::rootForgotten, &setup, [this] { forgotten = true; });
        QObject::connect(&setup, &StationSetup::cardMade, &setup, [this](SetupNeed left) { next = left; });
        setup.cards().start();
    }
    /// Waits for what was begun; whether it worked.
    bool works() {
        return QTest::qWaitFor([this] { return !setup.isBusy(); }, 60000) && !error && !refused;
    }
    bool fails(ErrorCode code) { return !works() && error && error->code == code; }
    bool seesCard() {
        return QTest::qWaitFor([this] { return setup.card() != 0; }, 10000);
    }
    bool makeStation(SetupOrder order) {
        setup.makeStation(std::move(order));
        return works();
    }
    bool openRoot(const QString& medium, const QByteArray& passphrase = StationInMaking::Passphrase) {
        setup.openRoot(medium, SecretBytes::copyOf(passphrase));
        return works();
    }
    bool makeCard(const QByteArray& pin = StationInMaking::Pin,
                  const Operator& person = StationInMaking::person()) {
        next.reset();
        setup.makeCard(person, SecretBytes::copyOf(pin));
        return works() && next;
    }
    bool makeSecondCard() { return makeCard(StationInMaking::Pin, StationInMaking::secondPerson()); }

    StationSetup setup;
    std::optional<Error> error;
    std::optional<PinOutcome> refused;
    std::optional<SetupNeed> next; ///< once a card was made
    bool forgotten = false;        ///< the root's passphrase
};

bool logsIn(const StationInMaking& table, const std::shared_ptr<SimulatedPivCard>& card) {
    CounterStation counter(*table.clock, table.folder.path());
    counter.open();
    return counter.logIn(card);
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class StationSetupTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void anEmptyFolderBecomesAStationWhoseAdministratorsLogIn() {
        StationInMaking table;
        QCOMPARE(table.need(), SetupNeed::Station);
        const auto card = StationInMaking::newCard();
        const auto second = StationInMaking::newCard();
        {
            Program program(table);
            QVERIFY(program.makeStation(table.order()));
            QCOMPARE(table.need(), SetupNeed::FirstCard);
            QCOMPARE(expect(program.setup.authority()), CardAuthority::Office);
            table.stack->insert(StationInMaking::reader(), card);
            QVERIFY(program.seesCard());
            QVERIFY2(program.makeCard(), program.error ? qPrintable(toString(*program.error)) : "");
            QCOMPARE(program.next, SetupNeed::SecondCard);
            QCOMPARE(table.need(), SetupNeed::SecondCard);
            QCOMPARE(program.setup.cardCount(), 0); // the one that was made is not made again
            QVERIFY(!program.makeSecondCard());
            QCOMPARE(program.error->code, ErrorCode::CardMissing);
            program.error.reset();
            table.stack->insert(StationInMaking::reader(), second); // in its place
            QVERIFY(program.seesCard());
            QVERIFY(!program.makeCard()); // nobody confirms what she does herself
            QCOMPARE(program.error->code, ErrorCode::OperatorHasCard);
            program.error.reset();
            QVERIFY2(program.makeSecondCard(), program.error ? qPrintable(toString(*program.error)) : "");
            QCOMPARE(program.next, SetupNeed::Nothing);
        }
        QCOMPARE(table.need(), SetupNeed::Nothing);
        // As madoguchictl station init and authority first-card record it.
        QCOMPARE(table.recorded().filter(u"console"_s),
                 QStringList({u"station.init console"_s, u"station.init console"_s, u"card.enroll console"_s,
                              u"authority.certify console"_s, u"card.enroll console"_s,
                              u"card.enroll console"_s, u"card.enroll console"_s, // her again: refused
                              u"card.enroll console"_s, u"authority.certify console"_s,
                              u"card.enroll console"_s}));
        table.stack->remove(StationInMaking::reader());
        QVERIFY(logsIn(table, card));
        QVERIFY(logsIn(table, second));
    }

    void anOutsideAuthoritysCardIsTakenAsItIs() {
        StationInMaking table;
        const CounterStation elsewhere(*table.clock);
        write(table.file(u"ca.pem"_s), expect(elsewhere.authority().certificatePem()));
        SetupOrder order = table.order();
        order.authority = CardAuthority::Outside;
        order.certificates = table.file(u"ca.pem"_s);
        const auto card = elsewhere.make(elsewhere.order());
        {
            Program program(table);
            QVERIFY(program.makeStation(std::move(order)));
            QCOMPARE(expect(program.setup.authority()), CardAuthority::Outside);
            table.stack->insert(StationInMaking::reader(), card);
            QVERIFY(program.seesCard());
            program.setup.enrollCard(StationInMaking::person(), SecretBytes::copyOf("000000"));
            QVERIFY(!program.works());
            QVERIFY(program.refused && program.refused->kind == PinOutcome::Kind::Wrong);
            QCOMPARE(table.need(), SetupNeed::FirstCard);
            program.refused.reset();
            program.setup.enrollCard(StationInMaking::person(), SecretBytes::copyOf(CounterStation::Pin));
            QVERIFY(program.works() && program.next == SetupNeed::Nothing);
        }
        table.stack->remove(StationInMaking::reader());
        CounterStation counter(*table.clock, table.folder.path());
        counter.open();
        QVERIFY(counter.logIn(card));
        QVERIFY(counter.login().session()->isPinChangeDue()); // whose it was, nobody knows
    }

    void whatIsNoFileOfCertificatesMakesNoStation() {
        StationInMaking table;
        write(table.file(u"ca.pem"_s), "nothing of the kind");
        for (const auto& [name, code] : {std::pair{u"ca.pem"_s, ErrorCode::CertificateMalformed},
                                         std::pair{u"none.pem"_s, ErrorCode::FileMissing}}) {
            Program program(table);
            SetupOrder order = table.order();
            order.authority = CardAuthority::Outside;
            order.certificates = table.file(name);
            program.setup.makeStation(std::move(order));
            QVERIFY(program.fails(code));
            QCOMPARE(table.need(), SetupNeed::Station);
        }
    }

    void aProgramThatWasKilledGoesOnWhereItWas() {
        StationInMaking table;
        // The key was on the medium, its certificate and the station were not.
        {
            const auto root =
                expect(makeRootIn(table.medium, u"x"_s, StationInMaking::passphrase(), table.clock->now()));
        }
        QVERIFY(QFile::remove(rootCertificateFile(table.medium)));
        QCOMPARE(rootPresenceIn(table.medium), RootPresence::Key);
        // The station's folder had its key and no more.
        QVERIFY(QDir().mkpath(table.folder.path()));
        write(table.folder.terminalKeyFile(), QByteArray(32, 'k'));
        QFile::setPermissions(table.folder.terminalKeyFile(), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(table.need(), SetupNeed::Station);
        {
            Program program(table);
            SetupOrder order = table.order();
            order.passphrase = SecretBytes::copyOf("not the passphrase");
            program.setup.makeStation(std::move(order));
            QVERIFY(program.fails(ErrorCode::PassphraseWrong));
            QCOMPARE(table.need(), SetupNeed::Station);
        }
        {
            Program program(table);
            QVERIFY(program.makeStation(table.order()));
        }
        // And again before the card was made.
        const auto card = StationInMaking::newCard();
        table.stack->insert(StationInMaking::reader(), card);
        {
            Program program(table);
            QVERIFY(!program.openRoot(table.medium, "not the passphrase"));
            program.error.reset();
            QVERIFY(program.openRoot(table.medium));
            QVERIFY(program.seesCard() && program.makeCard());
        }
        table.stack->remove(StationInMaking::reader());
        QVERIFY(logsIn(table, card));
        // And again between the two cards.
        const auto second = StationInMaking::newCard();
        table.stack->insert(StationInMaking::reader(), second);
        {
            Program program(table);
            QVERIFY(program.openRoot(table.medium));
            QVERIFY(program.seesCard() && program.makeSecondCard());
        }
        QCOMPARE(table.need(), SetupNeed::Nothing);
        table.stack->remove(StationInMaking::reader());
        QVERIFY(logsIn(table, second));
        Program program(table);
        QVERIFY(!program.openRoot(table.medium)); // there are two who issue any further one
        QCOMPARE(program.error->code, ErrorCode::InputInvalid);
    }

    void aCardThatIsPulledIsFinishedWhenItComesBack() {
        StationInMaking table;
        Program program(table);
        QVERIFY(program.makeStation(table.order()));
        const auto card = StationInMaking::newCard();
        for (const int at : {3, 25}) {
            const auto cut = std::make_shared<CutCard>(
                card, at, Cut::BeforeTheAnswer, [&] { table.stack->remove(StationInMaking::reader()); });
            table.stack->insert(StationInMaking::reader(), cut);
            QVERIFY(program.seesCard());
            program.setup.makeCard(StationInMaking::person(), StationInMaking::pin());
            QVERIFY(program.fails(ErrorCode::CardRemoved));
            QVERIFY(!program.next);
            QCOMPARE(table.need(), SetupNeed::FirstCard);
            program.error.reset();
            QVERIFY(QTest::qWaitFor([&] { return program.setup.cardCount() == 0; }, 10000));
        }
        table.stack->insert(StationInMaking::reader(), card);
        QVERIFY(program.seesCard());
        QVERIFY2(program.makeCard(), program.error ? qPrintable(toString(*program.error)) : "");
    }

    // A window that somebody left makes no card for whoever comes by.
    void theRootIsForgottenWhenNothingIsDone() {
        StationInMaking table;
        Program program(table);
        QVERIFY(program.makeStation(table.order()));
        table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QVERIFY(program.seesCard());
        table.clock->advance(StationSetup::RootKept - std::chrono::seconds(1));
        QVERIFY(program.makeCard());
        table.clock->advance(StationSetup::RootKept - std::chrono::seconds(1)); // since then
        QTest::qWait(1500);                                                     // a look at the clock
        QVERIFY(!program.forgotten);
        table.clock->advance(std::chrono::seconds(1));
        QTRY_VERIFY(program.forgotten);
        table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QVERIFY(program.seesCard());
        QVERIFY(!program.makeSecondCard());
        QCOMPARE(program.error->code, ErrorCode::FileMissing);
        program.error.reset();
        QVERIFY(program.openRoot(table.medium));
        QVERIFY(program.makeSecondCard());
    }

    void aMediumThatIsGoneAndACardThatIsNotBlankAreSaid() {
        StationInMaking table;
        Program program(table);
        SetupOrder nowhere = table.order();
        nowhere.medium = table.file(u"gone"_s);
        program.setup.makeStation(std::move(nowhere));
        QVERIFY(program.fails(ErrorCode::FileMissing));
        QCOMPARE(table.need(), SetupNeed::Station);
        program.error.reset();
        QVERIFY(program.makeStation(table.order()));
        program.setup.makeCard(StationInMaking::person(), StationInMaking::pin());
        QVERIFY(program.fails(ErrorCode::CardMissing));
        program.error.reset();

        const CounterStation elsewhere(*table.clock);
        table.stack->insert(StationInMaking::reader(), elsewhere.make(elsewhere.order()));
        QVERIFY(program.seesCard());
        program.setup.makeCard(StationInMaking::person(), StationInMaking::pin());
        QVERIFY(program.fails(ErrorCode::CardNotBlank));
        program.error.reset();

        table.stack->remove(StationInMaking::reader());
        QVERIFY(QTest::qWaitFor([&] { return program.setup.cardCount() == 0; }, 10000));
        QVERIFY(QDir().rename(table.medium, table.file(u"elsewhere"_s)));
        table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QVERIFY(program.seesCard());
        program.setup.makeCard(StationInMaking::person(), StationInMaking::pin());
        QVERIFY(program.fails(ErrorCode::FileMissing));
        QCOMPARE(table.need(), SetupNeed::FirstCard);
    }

    void aMediumThatTakesNothingLeavesNothing() {
        StationInMaking table;
        Program program(table);
        {
            const GrowthLimit full(0);
            program.setup.makeStation(table.order());
            QVERIFY(program.fails(ErrorCode::FileUnwritable));
        }
        QCOMPARE(table.need(), SetupNeed::Station);
        QVERIFY(!QFile::exists(table.folder.path()));
        QVERIFY(QDir(table.medium).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void whereverTheRoomEndsTheSetUpGoesOnWithWhatThereIs() {
        for (const qint64 room : {100, 700, 1500, 4096, 20000, 60000, 150000}) {
            StationInMaking table;
            Program program(table);
            bool done = false;
            {
                const GrowthLimit full(room);
                done = program.makeStation(table.order());
            }
            QVERIFY2(done || program.error, qPrintable(QString::number(room)));
            QCOMPARE(table.need(), done ? SetupNeed::FirstCard : SetupNeed::Station);
            program.error.reset();
            if (!done && !program.makeStation(table.order()))
                QFAIL(qPrintable(u"%1: %2"_s.arg(room).arg(toString(*program.error))));
            const auto card = StationInMaking::newCard();
            table.stack->insert(StationInMaking::reader(), card);
            QVERIFY(program.seesCard());
            QVERIFY(program.makeCard());
        }
    }

    void aPinThatIsEasyToGuessTouchesNoCard() {
        StationInMaking table;
        Program program(table);
        QVERIFY(program.makeStation(table.order()));
        const auto card = StationInMaking::newCard();
        table.stack->insert(StationInMaking::reader(), card);
        QVERIFY(program.seesCard());
        const quint64 before = table.stack->traffic().commands;
        QVERIFY(!program.makeCard("123456"));
        QCOMPARE(program.error->code, ErrorCode::PinSequence);
        QCOMPARE(table.stack->traffic().commands, before);
    }

    void aRootIsNeitherOnTheStationNorEasyToOpen() {
        StationInMaking table;
        QVERIFY(QDir().mkpath(table.folder.path() + u"/inside"_s));
        Program program(table);
        SetupOrder inside = table.order();
        inside.medium = table.folder.path() + u"/inside"_s;
        program.setup.makeStation(std::move(inside));
        QVERIFY(program.fails(ErrorCode::InputInvalid));
        for (const char* weak : {"short", "aaaaaaaaaaaaaaaa", "abababababababab"}) {
            program.error.reset();
            SetupOrder order = table.order();
            order.passphrase = SecretBytes::copyOf(weak);
            program.setup.makeStation(std::move(order));
            QVERIFY2(program.fails(ErrorCode::InputInvalid), weak);
            QCOMPARE(rootPresenceIn(table.medium), RootPresence::None);
        }
        QVERIFY(isOnDiskOf(table.folder, table.medium));
        QVERIFY(!isOnDiskOf(table.folder, u"/proc"_s));
    }

    void theRemainsOfAStationAreNoEmptyFolder() {
        StationInMaking table;
        {
            Program program(table);
            QVERIFY(program.makeStation(table.order()));
        }
        // Its key is gone.
        const QString aside = table.file(u"key"_s);
        QVERIFY(QFile::rename(table.folder.terminalKeyFile(), aside));
        QCOMPARE(setupNeedOf(table.folder).error().code, ErrorCode::StationMissing);
        Program program(table);
        program.setup.makeStation(table.order());
        QVERIFY(program.fails(ErrorCode::StationMissing));
        // Its database is gone.
        QVERIFY(QFile::rename(aside, table.folder.terminalKeyFile()));
        QCOMPARE(table.need(), SetupNeed::FirstCard);
        QVERIFY(QFile::remove(table.folder.stationDatabase()));
        QCOMPARE(setupNeedOf(table.folder).error().code, ErrorCode::FileMissing);
    }

    void aSecondTerminalTakesTheSameRoot() {
        StationInMaking table;
        {
            const auto root =
                expect(makeRootIn(table.medium, u"x"_s, StationInMaking::passphrase(), table.clock->now()));
        }
        Program program(table);
        QVERIFY(program.makeStation(table.order()));
        Database database = expect(table.folder.openToRead());
        QFile pem(rootCertificateFile(table.medium));
        QVERIFY(pem.open(QIODevice::ReadOnly));
        QCOMPARE(expect(loadStationFacts(database)).authorityPem, pem.readAll());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationSetupTest)
#include "tst_stationsetup.moc"
