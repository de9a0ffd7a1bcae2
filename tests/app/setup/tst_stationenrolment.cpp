// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whose PIN has to be changed at the first login: of which cards that are taken into the register.

#include "app/issuing/authority.h"
#include "app/setup/stationenrolment.h"
#include "app/station/stationinit.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/cardinhand.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// A station that trusts the office's root and an outside authority.
struct Counter {
    FakeClock clock;
    OwnAuthority own{clock.now()};
    CounterStation elsewhere{clock};
    QTemporaryDir folder;
    QString path = setUp();
    CounterStation station{clock, path};

    Result<> enroll(const QString& id, const CounterStation::Card& card,
                    const QByteArray& before = {}) const {
        const auto opened = expect(Station::open(StationFolder(path), clock));
        if (!before.isEmpty())
            expect(opened->database().execute(before));
        const auto desk = expect(StationEnrolment::open(*opened));
        CardInHand hand(card);
        const CardIdentity asked = expect(desk->enrolment().examine(hand, id));
        const CardProof proof =
            expect(desk->enrolment().prove(hand, id, asked, SecretBytes::copyOf(CounterStation::Pin)));
        const auto enrolled = desk->enrolment().enroll(CounterStation::person(id), proof);
        return enrolled ? Result<>() : fail(enrolled.error());
    }
    bool mustChange(const CounterStation::Card& card) {
        station.open();
        if (!station.logIn(card))
            qFatal("no session");
        return station.login().session()->isPinChangeDue();
    }

private:
    QString setUp() {
        const StationFolder place(folder.filePath(u"station"_s));
        const QByteArray root = pemOf(own.root().certificate);
        const QByteArray pem = root + expect(elsewhere.authority().certificatePem());
        expect(initialiseStation(place, {OwnAuthority::office(), CounterStation::terminal(), pem}, clock));
        const auto made = expect(Station::open(place, clock));
        expect(OfficeAuthority(made->database())
                   .add(own.issuing(), {}, expect(CertificateVerifier::fromPem(root)), clock.now()));
        return place.path();
    }
};

} // namespace

class StationEnrolmentTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void thePinOfAnOutsideAuthoritysCardIsChangedBeforeAnythingElse() {
        Counter counter;
        const auto card = counter.elsewhere.make(counter.elsewhere.order());
        expect(counter.enroll(u"op1"_s, card));
        QVERIFY(counter.mustChange(card));
        LoginController& login = counter.station.login();
        QVERIFY(!login.session()->may(Permission::OpenReception));
        PinChange& change = counter.station.workstation().pinChange();
        QSignalSpy changed(&change, &PinChange::changed);
        const auto pin = [](const QByteArray& text) { return SecretBytes::copyOf(text); };
        expect(change.start(*login.session(), login.card(),
                            {pin(CounterStation::Pin), pin("482915"), pin("482915")}));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(login.session()->may(Permission::OpenReception));
    }

    void thePinOfTheOfficesOwnCardWasSetByItsHolder() {
        Counter counter;
        const auto card = counter.own.makeCard();
        expect(counter.enroll(u"op1"_s, card));
        QVERIFY(!counter.mustChange(card));
    }

    void withoutThatNoteTheCardIsNotTaken() {
        Counter counter;
        const auto card = counter.elsewhere.make(counter.elsewhere.order());
        QCOMPARE(counter
                     .enroll(u"op1"_s, card,
                             "CREATE TEMP TRIGGER full BEFORE INSERT ON card_pin BEGIN "
                             "SELECT RAISE(ABORT, 'full'); END")
                     .error()
                     .code,
                 ErrorCode::DatabaseFailed);
        expect(counter.enroll(u"op1"_s, card)); // the register knew nothing of it
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationEnrolmentTest)
#include "tst_stationenrolment.moc"
