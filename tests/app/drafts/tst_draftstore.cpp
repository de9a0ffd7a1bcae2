// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/draftstore.h"
#include "app/storage/statement.h"
#include "tests/app/support/testvault.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DraftStoreTest : public TestCase {
    Q_OBJECT

    const QString m_name = u"葛\U000E0101城 髙子"_s;

private Q_SLOTS:
    void whatWasEnteredIsReadBackCodePointByCodePoint() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const QString odd = u"𠮷か\u309A\uF91D\u6B04㈱①\n\"'\\\t</>"_s;
        FieldValues values = TestVault::values(m_name, u"カツラギ　タカコ"_s, u"1985-04-01"_s);
        values[u"note"_s] = odd;
        const Draft made =
            expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure(), values));
        QCOMPARE(made.revision, 1);
        QCOMPARE(made.procedureVersion, 3);
        QCOMPARE(made.owner, u"op1"_s);
        QCOMPARE(t.drafts->load(hanako, made.id), made);
        QCOMPARE(expect(t.drafts->load(hanako, made.id)).values[u"note"_s], odd);
    }

    void eachSaveGrowsTheRevisionAndKeepsTheRest() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure()));
        for (qint64 revision = 2; revision < 12; ++revision) {
            t.clock.advance(1s);
            draft.values[u"name"_s] += u"髙"_s;
            draft = expect(t.drafts->save(hanako, TestVault::procedure(), draft));
            QCOMPARE(draft.revision, revision);
            QCOMPARE(draft.changedAt, t.clock.now());
        }
        QCOMPARE(t.drafts->load(hanako, draft.id), draft);
    }

    void whoComesSecondGetsAConflictAndOverwritesNothing() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        Draft first = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure()));
        Draft second = first;
        first.values[u"name"_s] = u"先"_s;
        second.values[u"name"_s] = u"後"_s;
        expect(t.drafts->save(hanako, TestVault::procedure(), first));
        QCOMPARE(t.drafts->save(hanako, TestVault::procedure(), second).error().code,
                 ErrorCode::DraftConflict);
        QCOMPARE(expect(t.drafts->load(hanako, first.id)).values[u"name"_s], u"先"_s);
    }

    void anotherOperatorsDraftDoesNotExist() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Session taro = TestVault::session(u"op2"_s);
        Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure(),
                                              TestVault::values(m_name, u"カツラギ"_s)));
        QCOMPARE(t.drafts->load(taro, draft.id).error().code, ErrorCode::DraftMissing);
        QVERIFY(expect(t.drafts->list(taro)).isEmpty());
        QVERIFY(expect(t.drafts->search(taro, {u"カ"_s, {}, {}, {}})).isEmpty());
        QVERIFY(expect(t.drafts->search(taro, {{}, {}, {}, draft.reception})).isEmpty());
        draft.values.clear();
        QCOMPARE(t.drafts->save(taro, TestVault::procedure(), draft).error().code, ErrorCode::DraftMissing);
        QCOMPARE(t.drafts->handOver(taro, draft.id, u"op1"_s).error().code, ErrorCode::DraftMissing);
        QCOMPARE(t.drafts->remove(taro, draft.id, u"x"_s).error().code, ErrorCode::DraftMissing);
        QCOMPARE(expect(t.drafts->load(hanako, draft.id)).revision, 1);
    }

    void aDraftHandedOverChangesSides() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Session taro = TestVault::session(u"op2"_s);
        const Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure(),
                                                    TestVault::values(m_name, u"カツラギ"_s)));
        expect(t.drafts->handOver(hanako, draft.id, u"op2"_s));
        QCOMPARE(t.drafts->load(hanako, draft.id).error().code, ErrorCode::DraftMissing);
        QCOMPARE(t.drafts->save(hanako, TestVault::procedure(), draft).error().code, ErrorCode::DraftMissing);
        QVERIFY(expect(t.drafts->list(hanako)).isEmpty());
        const QList<DraftSummary> his = expect(t.drafts->list(taro));
        QCOMPARE(his.size(), 1);
        QCOMPARE(his.first().handedOverBy, u"op1"_s);
        QCOMPARE(expect(t.drafts->load(taro, draft.id)).values, draft.values);
        QCOMPARE(expect(t.receptions->find(taro, draft.reception)).openedBy, u"op1"_s);
    }

    void aDraftBelongsToAReceptionOfOnesOwnOrOfADraftOnesOwn() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Session taro = TestVault::session(u"op2"_s);
        const QString visit = t.reception(hanako);
        const auto create = [&](const Session& session, const QString& reception) {
            return t.drafts->create(session, reception, TestVault::procedure());
        };
        QCOMPARE(create(taro, visit).error().code, ErrorCode::ReceptionNotOwn);
        QCOMPARE(create(taro, u"20261121-9999"_s).error().code, ErrorCode::ReceptionMissing);
        const Draft draft = expect(create(hanako, visit));
        QCOMPARE(create(taro, visit).error().code, ErrorCode::ReceptionNotOwn);
        QVERIFY(expect(t.drafts->list(taro)).isEmpty());
        expect(t.drafts->handOver(hanako, draft.id, u"op2"_s));
        QVERIFY(create(taro, visit));
        QVERIFY(create(hanako, visit)); // she opened it
        expect(t.drafts->remove(taro, draft.id, u"重複"_s));
        QVERIFY(create(taro, visit)); // the one she made meanwhile is hers
    }

    void whatIsShownIsDescribedByCountAndIdsOnly() {
        QList<DraftSummary> drafts;
        for (int i = 0; i < DraftStore::MostFound + 5; ++i) {
            DraftSummary draft;
            draft.id = u"id%1"_s.arg(i);
            draft.name = u"甲野"_s;
            drafts.append(draft);
        }
        const QMap<QString, QString> details = shownDetails(drafts);
        QCOMPARE(details.keys(), (QStringList{u"count"_s, u"drafts"_s}));
        QCOMPARE(details[u"count"_s], u"205"_s);
        const QStringList ids = details[u"drafts"_s].split(u',');
        QCOMPARE(ids.size(), DraftStore::MostFound);
        QCOMPARE(ids.first(), u"id0"_s);
        QCOMPARE(shownDetails({}).value(u"count"_s), u"0"_s);
    }

    void whoHandledADraftKnowsWhatItsIdStandsFor() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Session taro = TestVault::session(u"op2"_s);
        const QString reception = t.reception(hanako);
        QStringList ids;
        for (int i = 0; i < 3; ++i)
            ids += expect(t.drafts->create(hanako, reception, TestVault::procedure())).id;
        const DraftLabel label{reception, TestVault::procedure().id};
        expect(t.drafts->handOver(hanako, ids.at(1), u"op2"_s));
        expect(t.drafts->remove(hanako, ids.at(2), u"x"_s));
        const auto hers = expect(t.drafts->handled(hanako));
        QCOMPARE(hers,
                 (QMap<QString, DraftLabel>{{ids.at(0), label}, {ids.at(1), label}, {ids.at(2), label}}));
        QCOMPARE(expect(t.drafts->handled(taro)).keys(), QStringList{ids.at(1)});
    }

    void aDraftIsHandedToAnActiveColleagueOnly() {
        TestVault t;
        t.station.enroll(u"aud"_s, Role::Auditor);
        const Session hanako = TestVault::session(u"op1"_s);
        const Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure()));
        for (const QString& nobody : {u"op1"_s, u"op9"_s, u"aud"_s, u""_s})
            QCOMPARE(t.drafts->handOver(hanako, draft.id, nobody).error().code, ErrorCode::InputInvalid);
        expect(t.directory->suspend(TestStation::session(Role::CardAdministrator), u"op2"_s));
        QCOMPARE(t.drafts->handOver(hanako, draft.id, u"op2"_s).error().code, ErrorCode::InputInvalid);
        QCOMPARE(expect(t.drafts->load(hanako, draft.id)).owner, u"op1"_s);
    }

    void aDeletedDraftIsOutOfSightButKeptWithItsReason() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure(),
                                                    TestVault::values(m_name, u"カツラギ"_s)));
        QCOMPARE(t.drafts->remove(hanako, draft.id, u" 　"_s).error().code, ErrorCode::InputInvalid);
        expect(t.drafts->remove(hanako, draft.id, u"重複"_s));
        QCOMPARE(t.drafts->load(hanako, draft.id).error().code, ErrorCode::DraftMissing);
        QCOMPARE(t.drafts->save(hanako, TestVault::procedure(), draft).error().code, ErrorCode::DraftMissing);
        QVERIFY(expect(t.drafts->list(hanako)).isEmpty());
        QVERIFY(expect(t.drafts->search(hanako, {u"カツ"_s, {}, {}, {}})).isEmpty());
        Statement row = expect(t.vault->database().prepare("SELECT deleted_by, delete_reason FROM draft"));
        QVERIFY(expect(row.step()));
        QCOMPARE(row.text(0), u"op1"_s);
        QCOMPARE(row.text(1), u"重複"_s);
    }

    void aSearchFindsByReadingNameBirthAndReception() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const QString visit = t.reception(hanako);
        const auto add = [&](const QString& name, const QString& kana, const QString& birth) {
            t.clock.advance(1s);
            return expect(t.drafts->create(hanako, visit, TestVault::procedure(),
                                           TestVault::values(name, kana, birth)))
                .id;
        };
        const QString katsuragi = add(m_name, u"カツラギ　タカコ"_s, u"1985-04-01"_s);
        const QString takahashi = add(u"高橋 一"_s, u"タカハシ　ハジメ"_s, u"1990-01-08"_s);
        const QString takada = add(u"髙田 花"_s, u"タカダ　ハナ"_s, u"1985-04-01"_s);

        const auto found = [&](const DraftQuery& query) {
            QStringList ids;
            for (const DraftSummary& draft : expect(t.drafts->search(hanako, query)))
                ids.append(draft.id);
            return ids;
        };
        QCOMPARE(found({u"カツラギ"_s, {}, {}, {}}), QStringList{katsuragi});
        QCOMPARE(found({u"たか"_s, {}, {}, {}}), (QStringList{takada, takahashi}));
        QCOMPARE(found({u"ﾀｶﾀﾞ"_s, {}, {}, {}}), QStringList{takada});
        QCOMPARE(found({{}, u"葛城"_s, {}, {}}), QStringList{katsuragi});
        QCOMPARE(found({{}, u"高"_s, {}, {}}), (QStringList{takada, takahashi}));
        QCOMPARE(found({{}, {}, u"1985-04-01"_s, {}}), (QStringList{takada, katsuragi}));
        QCOMPARE(found({u"カ"_s, {}, u"1985-04-01"_s, {}}), QStringList{katsuragi});
        QCOMPARE(found({{}, {}, {}, visit}).size(), 3);
        QVERIFY(found({u"ギ"_s, {}, {}, {}}).isEmpty());
        QVERIFY(found({u"%"_s, {}, {}, {}}).isEmpty());
        QCOMPARE(t.drafts->search(hanako, {}).error().code, ErrorCode::InputInvalid);
        QCOMPARE(t.drafts->search(hanako, {u"　"_s, {}, {}, {}}).error().code, ErrorCode::InputInvalid);
    }

    void aDraftWithoutItsReceptionIsNotMade() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        QCOMPARE(t.drafts->create(hanako, u"20261121-0001"_s, TestVault::procedure()).error().code,
                 ErrorCode::ReceptionMissing);
    }

    void whatIsFarTooLargeOrOfAnotherProcedureIsNotStored() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure()));
        draft.values[u"note"_s] = QString(DraftStore::LargestDraft, u'x');
        QCOMPARE(t.drafts->save(hanako, TestVault::procedure(), draft).error().code,
                 ErrorCode::InputTooLarge);
        Procedure other = TestVault::procedure();
        other.id = u"juminhyo"_s;
        draft.values.clear();
        QCOMPARE(t.drafts->save(hanako, other, draft).error().code, ErrorCode::InputInvalid);
    }

    void noOtherRoleAndNoEndedSessionMayDoAnything() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const Draft draft = expect(t.drafts->create(hanako, t.reception(hanako), TestVault::procedure()));
        const auto codes = [&](const Session& session) {
            return QList<ErrorCode>{
                t.drafts->create(session, draft.reception, TestVault::procedure()).error().code,
                t.drafts->load(session, draft.id).error().code,
                t.drafts->save(session, TestVault::procedure(), draft).error().code,
                t.drafts->list(session).error().code,
                t.drafts->search(session, {u"カ"_s, {}, {}, {}}).error().code,
                t.drafts->handOver(session, draft.id, u"op2"_s).error().code,
                t.drafts->remove(session, draft.id, u"x"_s).error().code,
                t.receptions->open(session, u"application"_s).error().code,
                t.receptions->find(session, draft.reception).error().code,
                t.receptions->recent(session).error().code,
            };
        };
        for (const Role role :
             {Role::CardAdministrator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator})
            QCOMPARE(codes(TestVault::session(u"op1"_s, role)),
                     QList<ErrorCode>(10, ErrorCode::PermissionDenied));
        Session ended = TestVault::session(u"op1"_s);
        ended.end();
        QCOMPARE(codes(ended), QList<ErrorCode>(10, ErrorCode::SessionEnded));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::DraftStoreTest)
#include "tst_draftstore.moc"
