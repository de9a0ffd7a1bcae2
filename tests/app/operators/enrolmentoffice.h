// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A station with an authority, a reader, and everything that enrolment needs. Main thread.
#pragma once

#include "app/audit/auditreader.h"
#include "app/operators/enrolment.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/app/support/teststation.h"
#include "tests/support/wrongpin.h"

namespace madoguchi {

struct EnrolmentOffice {
    static QString reader() { return QStringLiteral("Reader"); }
    static CertificateAuthority authorityOf(const QString& name) {
        return expect(CertificateAuthority::make({name, {}, name, {}}, CertificateValidity::years(10)));
    }
    static CardOrder order() {
        CardOrder order;
        order.subject = {QStringLiteral("試験市"), {}, QStringLiteral("窓口 花子"), QStringLiteral("S0001")};
        order.pin = "739154";
        order.puk = "73915428";
        order.pinTries = 5;
        if (const QString make = qEnvironmentVariable("MADOGUCHI_CARDS"); !make.isEmpty())
            order.personality = expect(CardPersonality::named(make));
        return order;
    }

    TestStation station;
    SystemClock clock; // certificates are dated by the system's clock
    CertificateAuthority authority = authorityOf(QStringLiteral("試験認証局"));
    CertificateVerifier verifier = expect(CertificateVerifier::fromPem(expect(authority.certificatePem())));
    OperatorDirectory directory{station.database()};
    VaultKeySlots keySlots =
        expect(VaultKeySlots::open(station.database(), SecretBytes::copyOf(QByteArray(32, 't'))));
    std::unique_ptr<AuditWriter> audit = expect(AuditWriter::open(
        station.database(), clock, QStringLiteral("T1"), station.folder() + QStringLiteral("/checkpoint")));
    ActionRunner actions{*audit};
    QString vaultPath = station.folder() + QStringLiteral("/vault.db");
    bool allowsCardsWithoutCardKey = false;
    Enrolment enrolment{{.station = station.database(),
                         .directory = directory,
                         .slots = keySlots,
                         .actions = actions,
                         .authority = verifier,
                         .clock = clock,
                         .vaultPath = vaultPath,
                         .cardsWithoutCardKey = [this] { return Result<bool>(allowsCardsWithoutCardKey); }}};
    SimulatedStack stack{{reader()}};

    std::unique_ptr<CardTransaction> talk(const std::shared_ptr<SimulatedCard>& card) {
        stack.insert(reader(), card);
        return expect(expect(stack.connect(reader()))->begin());
    }
    std::shared_ptr<SimulatedPivCard> card(const CardOrder& what = order()) {
        return std::make_shared<SimulatedPivCard>(expect(makeCard(what, authority)));
    }
    CardProof prove(const std::shared_ptr<SimulatedPivCard>& card, const QByteArray& pin = "739154") {
        return expect(proveCard(*talk(card), SecretBytes::copyOf(pin)));
    }
    // As madoguchictl does it.
    Result<CardProof> proveAtConsole(const std::shared_ptr<SimulatedCard>& card, const QByteArray& pin) {
        const Result<CardIdentity> examined = enrolment.examine(*talk(card), QStringLiteral("op1"));
        return examined
                   ? enrolment.prove(*talk(card), QStringLiteral("op1"), *examined, SecretBytes::copyOf(pin))
                   : fail(examined.error());
    }
    static void mistype(const std::shared_ptr<SimulatedPivCard>& card) { typeWrongPin(*card); }
    QList<AuditRecord> records(int newest) {
        return expect(readAuditAsAdministrator(station.database(), {.limit = newest})).records;
    }
    Result<Enrolled> enroll(const QString& id, const std::shared_ptr<SimulatedPivCard>& card) {
        return enrolment.enroll(TestStation::person(id), prove(card));
    }
    // The vault key as a login gets it: the card agrees with the slot's ephemeral point.
    SecretBytes vaultKey(const QString& id, const std::shared_ptr<SimulatedPivCard>& card) {
        const CardProof proof = prove(card);
        PinLogin login =
            expect(logInWithPin(*talk(card), {.chuid = proof.chuid,
                                              .authenticationCertificate = proof.certificates.authentication,
                                              .cardCertificate = proof.certificates.cardAuthentication,
                                              .pinReference = proof.pinReference,
                                              .pin = SecretBytes::copyOf("739154"),
                                              .challenge = QByteArray(32, 'c'),
                                              .vaultPeer = expect(keySlots.ephemeralPoint(id))}));
        return expect(keySlots.unwrap(id, *login.vaultSecret));
    }
};

} // namespace madoguchi
