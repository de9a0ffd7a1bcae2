// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card shows who made it: read from the card, followed to the makers that the office trusts, and kept with
// the issue.

#include "app/audit/auditreader.h"
#include "app/issuing/attestationregister.h"
#include "app/issuing/issuesecrets.h"
#include "app/station/policystore.h"
#include "smartcard/cardcatalogue.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/support/cardinhand.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

Certificate certificateOf(const CertificateAuthority& authority) {
    return expect(Certificate::fromDer(expect(authority.certificateDer())));
}

CertificateAuthority stranger() {
    return expect(
        CertificateAuthority::make({{}, {}, u"Somebody else"_s, {}}, CertificateValidity::years(5), 1));
}

/// Keys on a blank card, and what it shows of them.
CardKeysMade keysOn(const IssuingOffice::Card& card) {
    const CardCatalogue catalogue = expect(CardCatalogue::load());
    CardSecrets secrets;
    secrets.managementKeys = catalogue.factoryManagementKeys(card->atr());
    secrets.nextManagementSeed = SecretBytes::copyOf(QByteArray(32, 's'));
    secrets.puks = catalogue.factoryPuks(card->atr());
    secrets.nextPuk = SecretBytes::copyOf("73915428");
    secrets.attests = catalogue.attests(card->atr());
    CardInHand hand(card);
    return expect(makeCardKeys(hand, secrets));
}

struct Desk {
    explicit Desk(const CardPersonality& personality) : blank(IssuingOffice::blankCard(personality)) {
        stack->insert(CounterStation::firstReader(), office.administrator());
    }
    AttestationRegister attestations() { return AttestationRegister(desk.database()); }
    void trust(const CertificateAuthority& maker) {
        QVERIFY(expect(attestations().trust(certificateOf(maker), clock.now())));
    }
    void require() {
        StationPolicy policy;
        policy.requireAttestation = true;
        expect(PolicyStore(desk.database()).changeAtConsole(policy));
    }
    IssuingView issue() {
        desk.sitDown(CounterStation::firstReader());
        return IssuingOffice::issue(
            desk, office.order(),
            {.insert = [this](const QString& reader,
                              const std::shared_ptr<SimulatedCard>& card) { stack->insert(reader, card); },
             .witness = office.witness(),
             .blank = blank});
    }
    QMap<QString, QString> certified() {
        AuditQuery query;
        query.filter.action = u"card.issue-certify"_s;
        const auto page = expect(readAuditAsAdministrator(desk.database(), query));
        return page.records.isEmpty() ? QMap<QString, QString>() : page.records.constFirst().details;
    }

    SystemClock clock;
    IssuingOffice office{clock};
    std::shared_ptr<SimulatedStack> stack = std::make_shared<SimulatedStack>(
        QStringList{CounterStation::firstReader(), CounterStation::secondReader()});
    IssuingDesk desk{office.office(), stack, clock};
    IssuingOffice::Card blank;
};

} // namespace

class AttestationTest : public TestCase {
    Q_OBJECT

    const QDateTime m_now = QDateTime::currentDateTimeUtc();

    Result<std::optional<AttestedDevice>> check(const CardKeysMade& made, const QList<Certificate>& makers,
                                                AttestationRule rule = AttestationRule::Optional) const {
        return checkAttestation(made.attestation, made.keys, makers, rule, m_now);
    }

private Q_SLOTS:
    void aCardThatTellsItsMakerIsFollowedToIt() {
        const CardKeysMade made = keysOn(IssuingOffice::blankCard(CardPersonality::yubikey()));
        const QList<Certificate> makers{certificateOf(stranger()), certificateOf(IssuingOffice::maker())};
        const auto device = check(made, makers, AttestationRule::Required);
        QVERIFY2(device && *device, device ? "none" : qPrintable(toString(device.error())));
        QCOMPARE(**device, (AttestedDevice{u"Test maker of cards"_s, u"12345678"_s, u"5.4.3"_s}));
    }

    void aCardThatCannotTellDoesUnlessItMust() {
        const QList<Certificate> makers{certificateOf(IssuingOffice::maker())};
        for (const CardPersonality& personality : {CardPersonality::plain(), CardPersonality::yubikey()}) {
            const CardKeysMade made =
                keysOn(std::make_shared<SimulatedPivCard>(blankCardContent(personality)));
            QVERIFY(!made.attestation);
            QVERIFY(!expect(check(made, makers)));
            QCOMPARE(check(made, makers, AttestationRule::Required).error().code,
                     ErrorCode::AttestationMissing);
        }
        // Nobody said whom to trust: then it proves nothing.
        const CardKeysMade made = keysOn(IssuingOffice::blankCard(CardPersonality::yubikey()));
        QVERIFY(made.attestation);
        QVERIFY(!expect(check(made, {})));
        QCOMPARE(check(made, {}, AttestationRule::Required).error().code, ErrorCode::AttestationMissing);
    }

    void whatIsWrongIsRefusedWhateverTheRule() {
        const QList<Certificate> makers{certificateOf(IssuingOffice::maker())};
        const CardKeysMade made = keysOn(IssuingOffice::blankCard(CardPersonality::yubikey()));
        const CardKeysMade another = keysOn(IssuingOffice::blankCard(CardPersonality::yubikey()));
        QVERIFY(expect(check(made, makers)));
        const auto isWrong = [&](const CardKeysMade& shown, const QList<Certificate>& trusted) {
            const auto checked = check(shown, trusted);
            return !checked && checked.error().code == ErrorCode::AttestationWrong;
        };
        QVERIFY(isWrong(made, {certificateOf(stranger())}));
        CardKeysMade otherKey = made; // not the one that was made on the card
        otherKey.keys.keyManagement = another.keys.keyManagement;
        QVERIFY(isWrong(otherKey, makers));
        CardKeysMade otherCard = made; // signed by another card's F9
        otherCard.attestation->device = another.attestation->device;
        QVERIFY(isWrong(otherCard, makers));
        CardKeysMade rubbish = made;
        rubbish.attestation->device = "rubbish";
        QVERIFY(isWrong(rubbish, makers));
        rubbish = made;
        rubbish.attestation->signature.clear();
        QVERIFY(isWrong(rubbish, makers));
        QVERIFY(checkAttestation(made.attestation, made.keys, makers, AttestationRule::Optional,
                                 m_now.addYears(40))
                    .error()
                    .code == ErrorCode::AttestationWrong); // over
    }

    void onlyAnAuthorityCanBeTrusted() {
        Desk desk(CardPersonality::plain());
        desk.trust(IssuingOffice::maker());
        QVERIFY(!expect(desk.attestations().trust(certificateOf(IssuingOffice::maker()), m_now)));
        QCOMPARE(expect(desk.attestations().makers()).size(), 1);
        const auto login = expect(Certificate::fromDer(desk.office.administrator()->certificate(0x9A)));
        QCOMPARE(desk.attestations().trust(login, m_now).error().code, ErrorCode::CertificateKeyUnsuitable);
    }

    void theIssueKnowsItsDevice() {
        Desk desk(CardPersonality::yubikey());
        desk.trust(IssuingOffice::maker());
        desk.require();
        const IssuingView view = desk.issue();
        QVERIFY2(view.state == IssuingState::Done, view.error ? qPrintable(toString(*view.error)) : "");
        QCOMPARE(desk.certified().value(u"attested"_s), u"true"_s);
        QCOMPARE(desk.certified().value(u"device"_s), u"12345678"_s);
        const auto device = expect(desk.attestations().ofCard(desk.desk.session(), view.card));
        QVERIFY(device && device->maker == u"Test maker of cards"_s);
        const auto auditor = CounterStation::session(Role::Operator);
        QCOMPARE(desk.attestations().ofCard(auditor, view.card).error().code, ErrorCode::PermissionDenied);
    }

    void withoutARuleItIsNotedThatNothingWasShown() {
        Desk desk(CardPersonality::plain());
        desk.trust(IssuingOffice::maker());
        const IssuingView view = desk.issue();
        QCOMPARE(view.state, IssuingState::Done);
        QCOMPARE(desk.certified().value(u"attested"_s), u"false"_s);
        QVERIFY(!expect(desk.attestations().ofCard(desk.desk.session(), view.card)));
    }

    void aCardOfAnotherMakerGetsNoCertificate() {
        for (const bool must : {false, true}) {
            Desk desk(CardPersonality::yubikey());
            desk.trust(stranger());
            if (must)
                desk.require();
            const IssuingView view = desk.issue();
            QVERIFY(view.state == IssuingState::Stopped && view.error->code == ErrorCode::AttestationWrong);
            QVERIFY(desk.blank->certificate(0x9A).isEmpty());
            QVERIFY(desk.certified().isEmpty());
        }
        Desk plain(CardPersonality::plain());
        plain.trust(IssuingOffice::maker());
        plain.require();
        const IssuingView view = plain.issue();
        QCOMPARE(view.state, IssuingState::AwaitingBlankCard);
        QVERIFY(view.error && view.error->code == ErrorCode::AttestationMissing);
    }

    void aCardThatMustTellAndCannotIsNotTouched() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"card.json"_s); // written at the first change
        for (const CardPersonality& make : {CardPersonality::plain(), CardPersonality::yubikey()}) {
            CardContent mute = IssuingOffice::blankContent(make);
            mute.keys.clear(); // without what its maker puts there
            mute.objects.clear();
            Desk desk(make);
            desk.blank = std::make_shared<SimulatedPivCard>(std::move(mute), file);
            desk.trust(IssuingOffice::maker());
            desk.require();
            const IssuingView view = desk.issue();
            QCOMPARE(view.state, IssuingState::AwaitingBlankCard); // another one may come
            QVERIFY(view.error && view.error->code == ErrorCode::AttestationMissing);
            QVERIFY(view.issue.isEmpty());
            QVERIFY(!QFile::exists(file));
            QVERIFY(expect(desk.desk.ledger().unfinished(desk.desk.session())).isEmpty());
        }
    }

    void nobodyTrustedMeansThatNoCardCanTell() {
        Desk desk(CardPersonality::yubikey());
        desk.require();
        const IssuingView view = desk.issue();
        QVERIFY(view.error && view.error->code == ErrorCode::AttestationMissing);
        QVERIFY(view.issue.isEmpty());
    }

    void aMakerThatIsTrustedNoMoreIsFollowedNoMore() {
        Desk desk(CardPersonality::yubikey());
        const Certificate maker = certificateOf(IssuingOffice::maker());
        desk.trust(IssuingOffice::maker());
        desk.trust(stranger());
        expect(desk.attestations().distrust(maker.fingerprint()));
        QCOMPARE(expect(desk.attestations().makers()).size(), 1);
        QCOMPARE(desk.attestations().distrust(maker.fingerprint()).error().code,
                 ErrorCode::CertificateNotTrusted);
        QCOMPARE(desk.attestations().distrust({}).error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(desk.issue().error.value().code, ErrorCode::AttestationWrong);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AttestationTest)
#include "tst_attestation.moc"
