// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Plays the same day at a counter over and over, and says on standard output what it was told is done: for
// tests that kill it, or that search what it leaves behind. Arguments: the station's folder, the first
// operator's card, the second's, and how many days (0: until it is killed). Standard input: the PIN of both,
// then lines "field=value" that are typed into the form.
//
//   open                        the station is taken
//   record SEQUENCE             everything up to this record was acknowledged
//   draft ID OWNER SAVES        this draft's save number SAVES (field "new-building") was acknowledged

#include "app/audit/auditreader.h"
#include "tests/support/counterstation.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int SavesPerDraft = 8;

struct Typed {
    QByteArray pin;
    FieldValues values;
};

Typed readTyped() {
    QTextStream in(stdin);
    Typed typed;
    typed.pin = in.readLine().toLatin1();
    for (QString line = in.readLine(); !line.isNull(); line = in.readLine())
        typed.values[line.section(u'=', 0, 0)] = line.section(u'=', 1);
    return typed;
}

class Day {
public:
    Day(CounterStation& station, Typed typed) : m_station(station), m_typed(std::move(typed)) {}

    void play(const CounterStation::Card& first, const CounterStation::Card& second) {
        logIn(first);
        const QString reception = openReception();
        Draft draft = create(reception);
        for (int saves = 1; saves <= SavesPerDraft; ++saves)
            draft = save(draft, saves);
        search();
        handOver(draft);
        logOut();
        logIn(second);
        draft = load(draft.id);
        save(draft, SavesPerDraft + 1);
        logOut();
    }

private:
    Workstation& workstation() { return m_station.workstation(); }
    const Session& session() { return *m_station.login().session(); }
    const Procedure& procedure() { return *workstation().procedures().procedure(u"moving-in"_s); }

    static void say(const QString& line) {
        QTextStream out(stdout);
        out << line << Qt::endl;
    }
    void sayRecorded() { say(u"record %1"_s.arg(m_station.lastRecord().sequence)); }
    void sayDraft(const QString& id, const QString& owner, int saves) {
        say(u"draft %1 %2 %3"_s.arg(id, owner).arg(saves));
        sayRecorded();
    }
    template <class Action>
    auto run(ActionCall call, Action&& action) {
        return expect(workstation().actions().run(call, &session(), std::forward<Action>(action)));
    }

    void logIn(const CounterStation::Card& card) {
        m_station.insert(card);
        if (!m_station.reaches(LoginState::AwaitingPin))
            qFatal("no PIN asked for");
        m_station.enterPin(m_typed.pin);
        if (!m_station.reaches(LoginState::InSession))
            qFatal("no session");
        sayRecorded();
    }
    void logOut() {
        m_station.login().logOut();
        m_station.takeOut();
        if (!m_station.reaches(LoginState::WaitingForCard))
            qFatal("the card does not come out");
        sayRecorded();
    }
    QString openReception() {
        return run({ActionId::ReceptionOpen},
                   [&] { return workstation().work()->receptions.open(session(), u"moving-in"_s); })
            .number;
    }
    Draft create(const QString& reception) {
        Draft draft = run({ActionId::DraftCreate}, [&] {
            return workstation().work()->drafts.create(session(), reception, procedure(), m_typed.values);
        });
        sayDraft(draft.id, session().facts().operatorId, 0);
        return draft;
    }
    Draft save(Draft draft, int saves) {
        draft.values[u"new-building"_s] = QString::number(saves);
        draft = run({ActionId::DraftSave, u"draft:"_s + draft.id},
                    [&] { return workstation().work()->drafts.save(session(), procedure(), draft); });
        sayDraft(draft.id, session().facts().operatorId, saves);
        return draft;
    }
    Draft load(const QString& id) {
        return run({ActionId::DraftOpen, u"draft:"_s + id},
                   [&] { return workstation().work()->drafts.load(session(), id); });
    }
    void search() {
        DraftQuery query;
        query.kana = m_typed.values.value(procedure().kanaField).first(2);
        const auto found = run({ActionId::DraftSearch},
                               [&] { return workstation().work()->drafts.search(session(), query); });
        if (found.isEmpty())
            qFatal("the draft is not found");
    }
    void handOver(const Draft& draft) {
        run({ActionId::DraftHandOver, u"draft:"_s + draft.id},
            [&] { return workstation().work()->drafts.handOver(session(), draft.id, u"op2"_s); });
        sayDraft(draft.id, u"op2"_s, SavesPerDraft);
    }

    CounterStation& m_station;
    Typed m_typed;
};

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    using namespace madoguchi;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    Typed typed = readTyped();
    CounterStation station(clock, arguments.value(1));
    station.open();
    QTextStream(stdout) << "open" << Qt::endl;
    const auto first = expect(SimulatedPivCard::load(arguments.value(2)));
    const auto second = expect(SimulatedPivCard::load(arguments.value(3)));
    Day day(station, std::move(typed));
    const int days = arguments.value(4).toInt();
    for (int i = 0; days == 0 || i < days; ++i)
        day.play(first, second);
    station.close();
    return 0;
}
