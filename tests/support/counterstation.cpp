// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/counterstation.h"

#include "app/audit/auditreader.h"
#include "app/issuing/authority.h"
#include "app/operators/cardproof.h"
#include "app/operators/enrolment.h"
#include "app/station/policystore.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 2s; // of the program with a card that says nothing
constexpr auto Wait = 10s;

CertificateValidity validityAt(const Clock& clock, int years) {
    return {clock.now().addDays(-30), clock.now().addYears(years)};
}

} // namespace

Operator CounterStation::person(const QString& id, Role role) {
    Operator person;
    person.id = id;
    person.name = u"窓口 "_s + id;
    person.kana = u"マドグチ"_s;
    person.role = role;
    return person;
}

Session CounterStation::session(Role role, const QString& operatorId) {
    return Session({u"session of "_s + operatorId, operatorId, {}, role, {}, {}}, std::nullopt);
}

CounterStation::CounterStation(const Clock& clock)
    : m_clock(clock)
    , m_path(m_temporary.filePath(u"station"_s))
    , m_authority(
          expect(CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}}, validityAt(clock, 10)))) {
    expect(initialiseStation(StationFolder(m_path),
                             {u"131000"_s, terminal(), expect(m_authority->certificatePem())}, clock));
}

CounterStation::CounterStation(const Clock& clock, const QString& folder) : m_clock(clock), m_path(folder) {}

CardOrder CounterStation::order() const {
    CardOrder order;
    order.subject = {u"試験市"_s, {}, u"窓口 花子"_s, u"S0001"_s};
    order.validity = validityAt(m_clock, 3);
    order.pin = Pin;
    order.puk = "73915428";
    if (const QString make = qEnvironmentVariable("MADOGUCHI_CARDS"); !make.isEmpty())
        order.personality = expect(CardPersonality::named(make));
    return order;
}

CounterStation::Card CounterStation::make(const CardOrder& order, const CertificateAuthority& authority) {
    return std::make_shared<SimulatedPivCard>(expect(makeCard(order, authority)));
}

QString CounterStation::enroll(const Operator& person, const Card& card, const QByteArray& pin) {
    if (m_workstation)
        qFatal("the program has the station");
    SimulatedStack console({firstReader()});
    console.insert(firstReader(), card);
    const CardProof proof = [&] {
        const auto connection = expect(console.connect(firstReader()));
        return expect(proveCard(*expect(connection->begin()), SecretBytes::copyOf(pin)));
    }();
    const StationFolder folder(m_path);
    const auto station = expect(Station::open(folder, m_clock));
    const auto authority = expect(OfficeAuthority(station->database()).trusted(station->facts()));
    OperatorDirectory directory(station->database());
    Enrolment enrolment({station->database(), directory, station->slots(), station->actions(), authority,
                         m_clock, folder.vaultDatabase(), askSeveralCards(station->database()),
                         [&audit = station->audit()] { return audit.vaultChanges(); }});
    const QString id = expect(enrolment.enroll(person, proof)).card;
    m_ids.insert(card.get(), id);
    return id;
}

CounterStation::Card CounterStation::employ(const QString& id, Role role) {
    const Card card = make(order());
    enroll(person(id, role), card);
    return card;
}

void CounterStation::open() {
    m_stack = std::make_shared<SimulatedStack>(QStringList{firstReader(), secondReader()});
    openOver(m_stack, 2);
}

void CounterStation::openOver(std::shared_ptr<CardStack> stack, int readers) {
    m_workstation = expect(Workstation::open(m_path, std::move(stack), m_clock));
    m_workstation->cards().setPatience(Patience);
    m_workstation->cards().start();
    if (!QTest::qWaitFor([&] { return m_workstation->cards().readers().size() == readers; }, Wait / 1ms))
        qFatal("the readers do not show");
}

void CounterStation::close() {
    m_workstation.reset();
    m_stack.reset();
}

void CounterStation::reopen() {
    close();
    open();
}

void CounterStation::copyTo(const QString& from, const QString& to) {
    if (!QDir().mkpath(to))
        qFatal("no folder for the copy");
    const auto files = QDir(from).entryList(QDir::Files | QDir::Hidden);
    for (const QString& file : files) {
        // The -shm file is the living process's own; what is left of it after a failure counts for nothing.
        if (!file.endsWith("-shm"_L1) && !QFile::copy(from + u'/' + file, to + u'/' + file))
            qFatal("%s can't be copied", qPrintable(file));
    }
}

void CounterStation::continueWith(const QString& copy) {
    close();
    m_path = copy;
}

void CounterStation::insert(const std::shared_ptr<SimulatedCard>& card, const QString& reader) {
    m_stack->insert(reader, card);
}

void CounterStation::takeOut(const QString& reader) {
    m_stack->remove(reader);
}

void CounterStation::enterPin(const QByteArray& pin) {
    login().submitPin(SecretBytes::copyOf(pin));
}

bool CounterStation::reaches(LoginState state) {
    return QTest::qWaitFor([&] { return view().state == state; }, Wait / 1ms);
}

bool CounterStation::refuses(ErrorCode code) {
    return QTest::qWaitFor([&] { return view().state == LoginState::TakeCardOut && view().refusal == code; },
                           Wait / 1ms);
}

bool CounterStation::logIn(const std::shared_ptr<SimulatedCard>& card, const QString& reader) {
    insert(card, reader);
    if (!reaches(LoginState::AwaitingPin))
        return false;
    enterPin();
    return reaches(LoginState::InSession);
}

QStringList CounterStation::recorded() {
    QStringList actions;
    AuditQuery query;
    query.limit = 1000;
    do {
        const AuditPage page = expect(readAuditAsAdministrator(m_workstation->database(), query));
        for (const AuditRecord& record : page.records)
            actions.append(record.action);
        query.before = page.next;
    } while (query.before);
    std::reverse(actions.begin(), actions.end());
    return actions;
}

AuditRecord CounterStation::lastRecord() {
    AuditQuery query;
    query.limit = 1;
    return expect(readAuditAsAdministrator(m_workstation->database(), query)).records.constFirst();
}

AuditVerification CounterStation::verifyLog() {
    AuditVerifyOptions options;
    options.checkpointFile = StationFolder(m_path).checkpointFile();
    return expect(verifyAuditAsAdministrator(m_workstation->database(), options));
}

} // namespace madoguchi
