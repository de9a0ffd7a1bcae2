// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/formercards.h"

#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/revocations.h"
#include "app/operators/admission.h"
#include "app/operators/cardlife.h"
#include "app/operators/permission.h"
#include "app/operators/witness.h"
#include "app/storage/transaction.h"

#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QString Reason = u"replaced"_s;

/// What a station needs to know about cards and keys while no program with screens runs.
struct Register {
    Register(Station& theStation, CertificateVerifier trusted, QList<Certificate> issuers)
        : station(theStation)
        , authority(std::move(trusted))
        , revocations(theStation.database(), std::move(issuers)) {}

    Result<bool> isRevoked(const Certificate& login) const {
        return revocations.isRevoked(login, station.clock().now());
    }

    Station& station;
    CertificateVerifier authority;
    Revocations revocations;
    IssueRegister issues{station.database()};
    OperatorDirectory directory{station.database()};
    VaultKeyHolders holders{{.station = station.database(),
                             .directory = directory,
                             .slots = station.slots(),
                             .actions = station.actions(),
                             .authority = authority,
                             .clock = station.clock(),
                             .terminal = station.facts().terminal,
                             .isRevoked = [this](const Certificate& login) { return isRevoked(login); }}};
    CardLife life{{.station = station.database(),
                   .directory = directory,
                   .holders = holders,
                   .clock = station.clock(),
                   .revoke = [this](const QString& card, RevocationReason reason,
                                    const QDateTime& at) { return issues.revokeCard(card, reason, at); },
                   .withdrawn = [](const QString&) {}}};
};

Result<std::unique_ptr<Register>> registerOf(Station& station) {
    const OfficeAuthority authority(station.database());
    auto trusted = authority.trusted(station.facts());
    const auto known = authority.known(station.facts());
    if (!trusted || !known)
        return fail(trusted ? known.error() : trusted.error());
    return std::make_unique<Register>(station, *std::move(trusted), known->anchors());
}

Result<> invalidate(Register& cards, const QString& card) {
    const Result<CardHolder> holder = cards.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    if (!nextCardState(holder->card.state, CardEvent::Invalidated))
        return {};
    const ActionCall call{ActionId::CardInvalidate, u"card:"_s + card, {{u"reason"_s, Reason}}};
    return cards.station.actions().runAtConsole(call, [&]() -> Result<> {
        const auto done = cards.life.invalidateAtConsole(card, Reason);
        return done ? Result<>() : fail(done.error());
    });
}

bool mayIssue(const Register& cards, const OperatorCard& card) {
    return cards.holders.keyOf(card.id, SlotPurpose::Office) &&
           OfficeAuthority(cards.station.database())
               .issuingCertificateOf(card.chuidHash, cards.station.clock().now());
}

bool mayWitness(const Register& cards, Operator person, const OperatorCard& card) {
    person.hours.reset(); // when she works says nothing about whether she does
    const QDateTime now = cards.station.clock().now();
    const auto certificate = Certificate::fromDer(card.authenticationCertificate);
    return maySometimesWitness(person) && !admission(person, card, cards.station.facts().terminal, now) &&
           certificate && cards.authority.verify(*certificate, CertificateUse::Signature, now) &&
           !cards.isRevoked(*certificate).value_or(true);
}

} // namespace

Result<bool> canTwoIssue(Station& station) {
    const auto known = registerOf(station);
    const auto people = OperatorDirectory(station.database()).listAtConsole();
    const Result<QStringList> withKey = station.slots().ready(SlotPurpose::Office);
    if (!known || !people)
        return fail(known ? people.error() : known.error());
    if (!withKey)
        return fail(withKey.error());
    QSet<QString> issuers;
    QSet<QString> witnesses;
    for (const OperatorDetails& each : *people) {
        for (const OperatorCard& card : each.cards) {
            if (withKey->contains(card.id) && mayIssue(**known, card))
                issuers.insert(each.person.id);
            if (mayWitness(**known, each.person, card))
                witnesses.insert(each.person.id);
        }
    }
    return std::ranges::any_of(
        issuers, [&](const QString& one) { return witnesses.size() > (witnesses.contains(one) ? 1 : 0); });
}

Result<> mayBeReplaced(Station& station, const QStringList& cards) {
    const auto known = registerOf(station);
    if (!known)
        return fail(known.error());
    for (const QString& card : cards) {
        const Result<CardHolder> holder = (*known)->directory.holderOf(card);
        if (!holder)
            return fail(holder.error());
        if (!roleMay(holder->person.role, Permission::IssueCard))
            return fail(ErrorCode::InputInvalid, u"%1 is not a card administrator's card"_s.arg(card));
    }
    const Result<bool> others = (*known)->holders.anybodyHasKey(SlotPurpose::Office, cards);
    if (!others)
        return fail(others.error());
    return *others ? fail(ErrorCode::InputInvalid,
                          u"another card administrator's card can be used; cards are issued on screen"_s)
                   : Result<>();
}

Result<QStringList> retireCards(Station& station, const QStringList& cards) {
    const auto known = registerOf(station);
    if (!known)
        return fail(known.error());
    for (const QString& card : cards) {
        if (const Result<> out = invalidate(**known, card); !out)
            return fail(out.error());
    }
    Result<Transaction> transaction = Transaction::begin(station.database());
    const Result<QStringList> left = transaction ? station.slots().ready(SlotPurpose::Office)
                                                 : Result<QStringList>(fail(transaction.error()));
    if (!left)
        return fail(left.error());
    for (const QString& card : *left) {
        if (const Result<> waits = station.slots().markWaiting(card, SlotPurpose::Office); !waits)
            return fail(waits.error());
    }
    const Result<> committed = transaction->commit();
    return committed ? left : fail(committed.error());
}

Result<QStringList> cardsBeyond(Station& station, const OfficeKey& office) {
    const auto people = OperatorDirectory(station.database()).listAtConsole();
    if (!people)
        return fail(people.error());
    const IssueRegister issues(station.database());
    QStringList beyond;
    for (const OperatorDetails& details : *people) {
        for (const OperatorCard& card : details.cards) {
            const auto issue = issues.ofCard(card.id);
            if (!issue)
                return fail(issue.error());
            const bool isInUse = isInHands(card.state) || card.state == OperatorCardState::Returned;
            if (isInUse && *issue && !office.openPuk((*issue)->id, (*issue)->sealedPuk))
                beyond.append(card.id);
        }
    }
    return beyond;
}

} // namespace madoguchi
