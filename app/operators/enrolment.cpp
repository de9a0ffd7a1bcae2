// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/enrolment.h"

#include "app/crypto/hash.h"
#include "app/crypto/random.h"
#include "app/drafts/vault.h"
#include "app/operators/cardbinding.h"
#include "app/operators/cardevents.h"
#include "app/operators/vaultkeyholders.h"
#include "app/storage/transaction.h"
#include "app/text/kana.h"
#include "smartcard/piv/pivsignature.h"

#include <QFile>

#include <optional>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestChallenge = 16;

} // namespace

bool Enrolment::isSamePerson(const Operator& known, const Operator& given) {
    // At the console a reading is taken as it was typed, in a form it becomes full-width.
    return known.id == given.id && known.name == given.name &&
           toKatakana(known.kana) == toKatakana(given.kana) && known.role == given.role &&
           (given.validTo.isNull() || given.validTo == known.validTo);
}

QMap<QString, QString> Enrolment::enteredAnew(const OperatorDirectory& directory, const Operator& given) {
    const Result<Operator> known = directory.find(given.id);
    const auto cards = directory.cardsOf(given.id);
    const bool anew = known && !isSamePerson(*known, given) && cards && cards->isEmpty();
    return anew ? QMap<QString, QString>{{u"entered-anew"_s, u"true"_s}} : QMap<QString, QString>();
}

Enrolment::Enrolment(Parts parts) : m_parts(std::move(parts)) {}

Result<Enrolled> Enrolment::enroll(const Operator& person, const CardProof& proof) {
    const QByteArray fingerprint = Sha256().digest(proof.certificates.authentication);
    ActionCall call{ActionId::CardEnroll,
                    u"operator:"_s + person.id,
                    {{u"certificate"_s, QString::fromLatin1(fingerprint.toHex())}}};
    call.details.insert(enteredAnew(m_parts.directory, person));
    return m_parts.actions.runAtConsole(call, [&] { return takeFromElsewhere(person, proof); });
}

Result<Enrolled> Enrolment::takeFromElsewhere(const Operator& person, const CardProof& proof) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    Result<Enrolled> enrolled = take(person, proof);
    if (!enrolled)
        return enrolled;
    if (const Result<> noted = m_parts.notePin ? m_parts.notePin(enrolled->card, proof) : Result<>(); !noted)
        return fail(noted.error());
    const Result<> committed = transaction->commit();
    return committed ? enrolled : fail(committed.error());
}

Result<CardIdentity> Enrolment::examine(CardTransaction& transaction, const QString& operatorId) {
    return examine(transaction, operatorId, nullptr);
}

Result<CardIdentity> Enrolment::examine(CardTransaction& transaction, const QString& operatorId,
                                        const CardIdentity* asked) {
    Result<CardIdentity> card = readCardToProve(transaction);
    const bool isAnother = card && asked != nullptr &&
                           (card->chuid != asked->chuid || card->certificates != asked->certificates);
    const Result<> may = !card ? fail(card.error())
                         : isAnother
                             ? fail(ErrorCode::CardChanged, u"not the card that the PIN was asked for"_s)
                             : mayTry(*card);
    if (may)
        return card;
    const ActionCall call{
        ActionId::CardRefused, u"operator:"_s + operatorId, {{u"error"_s, errorName(may.error().code)}}};
    if (const Result<> noted = m_parts.actions.noteAtConsole(call, AuditOutcome::Refused); !noted)
        return fail(noted.error());
    return fail(may.error());
}

// The last try is left to a login, where its holder is asked first.
Result<> Enrolment::mayTry(const CardIdentity& card) const {
    const QByteArray chuid = card.chuid.isEmpty() ? QByteArray() : Sha256().digest(card.chuid);
    for (const auto& known :
         {m_parts.directory.cardByChuid(chuid),
          m_parts.directory.cardByCertificate(Sha256().digest(card.certificates.authentication))}) {
        if (!known)
            return fail(known.error());
        if (*known)
            return fail(ErrorCode::InputInvalid, u"the card is in the register already: "_s + (*known)->id);
    }
    if (card.pinTries == 1)
        return fail(ErrorCode::PinLastTry);
    if (Result<> proven = requireCardKey(card.certificates); !proven)
        return proven;
    return checkCertificates(card.chuid, card.certificates);
}

// Without 9E the certificates of somebody's real card would be enough to be asked for her PIN.
Result<> Enrolment::requireCardKey(const CardCertificates& certificates) const {
    if (!certificates.cardAuthentication.isEmpty())
        return {};
    const Result<bool> allowed =
        m_parts.cardsWithoutCardKey ? m_parts.cardsWithoutCardKey() : Result<bool>(false);
    if (!allowed)
        return fail(allowed.error());
    return *allowed ? Result<>() : fail(ErrorCode::CardWithoutCardKey);
}

Result<CardProof> Enrolment::prove(CardTransaction& transaction, const QString& operatorId,
                                   const CardIdentity& asked, SecretBytes pin) {
    const Result<CardIdentity> card = examine(transaction, operatorId, &asked);
    if (!card)
        return fail(card.error());
    const QByteArray fingerprint = Sha256().digest(card->certificates.authentication);
    ActionCall call{ActionId::PinSubmit,
                    u"operator:"_s + operatorId,
                    {{u"certificate"_s, QString::fromLatin1(fingerprint.toHex())}}};
    if (const Result<> noted = m_parts.actions.noteAtConsole(call); !noted)
        return fail(noted.error());
    Result<CardProof> proof = proveCard(transaction, *card, std::move(pin));
    AuditOutcome outcome = AuditOutcome::Done;
    if (!proof) {
        outcome = AuditOutcome::Failed;
        call.details[u"error"_s] = errorName(proof.error().code);
    } else if (proof->pin.kind != PinOutcome::Kind::Accepted) {
        outcome = AuditOutcome::Refused;
        call.id = ActionId::PinRefused;
        call.details[u"triesLeft"_s] = QString::number(proof->pin.triesLeft);
    }
    if (const Result<> noted = m_parts.actions.noteAtConsole(call, outcome); !noted)
        return fail(noted.error());
    return proof;
}

Result<Certificate> Enrolment::trusted(const QByteArray& der, CertificateUse use) const {
    Result<Certificate> certificate = Certificate::fromDer(der);
    if (!certificate)
        return certificate;
    if (const Result<> verified = m_parts.authority.verify(*certificate, use, m_parts.clock.now()); !verified)
        return fail(verified.error());
    return certificate;
}

Result<> Enrolment::checkCertificates(const QByteArray& chuid, const CardCertificates& certificates) const {
    const auto login = trusted(certificates.authentication, CertificateUse::Signature);
    if (!login)
        return fail(login.error());
    const Result<bool> revoked = m_parts.isRevoked ? m_parts.isRevoked(*login) : Result<bool>(false);
    if (!revoked || *revoked)
        return fail(revoked ? Error{ErrorCode::CertificateRevoked} : revoked.error());
    if (!certificates.cardAuthentication.isEmpty()) {
        if (const auto card = trusted(certificates.cardAuthentication, CertificateUse::Signature); !card)
            return fail(card.error());
    }
    return checkBelongTogether(chuid, certificates);
}

Result<> Enrolment::checkTrust(const CardProof& proof) const {
    if (Result<> sound = checkCertificates(proof.chuid, proof.certificates); !sound)
        return sound;
    if (proof.challenge.size() < ShortestChallenge)
        return fail(ErrorCode::CardNotGenuine, u"the challenge is too short"_s);
    return verifySignature(proof.certificates.authentication, proof.challenge, proof.signature);
}

// None for a card that may log in but can't open the vault.
Result<std::optional<PublicKey>> Enrolment::vaultKeyOf(const CardProof& proof) const {
    if (proof.certificates.keyManagement.isEmpty())
        return std::optional<PublicKey>();
    const Result<Certificate> certificate =
        trusted(proof.certificates.keyManagement, CertificateUse::KeyManagement);
    if (certificate && !proof.holdsVaultKey)
        return fail(ErrorCode::CardNotGenuine, u"the card has not shown the key of its 9D certificate"_s);
    if (certificate)
        return std::optional(certificate->publicKey());
    if (certificate.error().code == ErrorCode::CertificateKeyUnsuitable)
        return std::optional<PublicKey>();
    return fail(certificate.error());
}

Result<Enrolled> Enrolment::take(const Operator& person, const CardProof& proof, CardEventEntry event,
                                 const QDateTime& endsAt) {
    if (const Result<> sound = checkTrust(proof); !sound)
        return fail(sound.error());
    const Result<std::optional<PublicKey>> vaultKey = vaultKeyOf(proof);
    if (!vaultKey)
        return fail(vaultKey.error());

    OperatorCard card;
    card.operatorId = person.id;
    card.chuidHash = proof.chuid.isEmpty() ? QByteArray() : Sha256().digest(proof.chuid);
    card.authenticationCertificate = proof.certificates.authentication;
    card.keyManagementCertificate = proof.certificates.keyManagement;
    card.cardCertificate = proof.certificates.cardAuthentication;
    card.usesGlobalPin = proof.pinReference == PinReference::Global;
    card.messagingKey = proof.messagingKey;
    card.enrolledAt = m_parts.clock.now();
    card.endsAt = endsAt;

    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> taken = takePerson(person, endsAt.isValid() ? CardTerm::Day : CardTerm::Lasting);
        !taken)
        return fail(taken.error());
    const Result<QString> id = m_parts.directory.add(card);
    if (!id)
        return fail(id.error());
    Enrolled enrolled{*id};
    if (*vaultKey) {
        if (const Result<> given = takeSlots(person, **vaultKey, enrolled); !given)
            return fail(given.error());
    }
    event.card = *id;
    event.at = card.enrolledAt;
    if (enrolled.vaultAnew)
        event.reason = u"vault-anew"_s;
    if (const Result<> noted = CardEvents(m_parts.station).append(event); !noted)
        return fail(noted.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return enrolled;
}

Result<> Enrolment::takeSlots(const Operator& person, const PublicKey& cardKey, Enrolled& enrolled) {
    if (roleMay(person.role, Permission::ViewOwnDrafts)) {
        if (Result<> taken = takeSlot(cardKey, SlotPurpose::Vault, enrolled); !taken)
            return taken;
    }
    return roleMay(person.role, Permission::IssueCard) ? takeSlot(cardKey, SlotPurpose::Office, enrolled)
                                                       : Result<>();
}

Result<> Enrolment::takePerson(const Operator& person, CardTerm term) {
    const Result<Operator> known = m_parts.directory.find(person.id);
    if (!known || !isSamePerson(*known, person))
        return m_parts.directory.addOrReplace(person);
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(person.id);
    if (!cards)
        return fail(cards.error());
    return mayHaveBeside(*cards, term, m_parts.severalCards, m_parts.clock.now());
}

Result<> Enrolment::takeSlot(const PublicKey& cardKey, SlotPurpose purpose, Enrolled& enrolled) {
    VaultSlotState& slot = purpose == SlotPurpose::Vault ? enrolled.slot : enrolled.officeSlot;
    const Result<bool> ready = m_parts.slots.anyReady(purpose);
    const bool asked = ready && !*ready && purpose == SlotPurpose::Office;
    const Result<bool> exists = asked ? isOfficeKeyNeeded(m_parts.station) : ready;
    if (!exists)
        return fail(exists.error());
    slot = *exists ? VaultSlotState::Waiting : VaultSlotState::Ready;
    if (*exists)
        return m_parts.slots.markWaiting(enrolled.card, purpose);
    const SecretBytes kept = randomSecret(VaultKeySlots::VaultKeyBytes);
    if (Result<> made = m_parts.slots.makeSlot(enrolled.card, cardKey, kept, purpose); !made)
        return made;
    if (purpose == SlotPurpose::Office)
        return {};
    const Result<bool> anew = makeVault(kept);
    enrolled.vaultAnew = anew.value_or(false);
    return anew ? Result<>() : fail(anew.error());
}

// The slot that opens the vault is committed after this. No slot opens a vault that is there already: it was
// left by an enrolment that never came that far, or its last card is gone. It is moved aside.
Result<bool> Enrolment::makeVault(const SecretBytes& vaultKey) {
    const quint64 changesBefore = m_parts.vaultChanges ? m_parts.vaultChanges() : 0;
    const QString aside = m_parts.vaultPath + u".left-"_s + randomId();
    // Any of them may be alone, when this was cut off before; the vault itself goes last.
    for (const QString& part : {u"-wal"_s, u"-shm"_s, u".head"_s, u""_s}) {
        if (QFile::exists(m_parts.vaultPath + part) && !QFile::rename(m_parts.vaultPath + part, aside + part))
            return fail(ErrorCode::FileUnwritable, m_parts.vaultPath + part);
    }
    const Result<> created = Vault::create(m_parts.vaultPath, vaultKey, changesBefore);
    return created ? Result<bool>(changesBefore > 0) : fail(created.error());
}

} // namespace madoguchi
