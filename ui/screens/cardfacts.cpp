// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardfacts.h"

#include "app/crypto/certificate.h"
#include "ui/clocktext.h"
#include "ui/screens/cardtext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

struct CardFacts {
    Q_DECLARE_TR_FUNCTIONS(CardFacts)
public:
    static QString vault(VaultSlotState state) {
        switch (state) {
        case VaultSlotState::None:
            return tr("None: this card can't open drafts");
        case VaultSlotState::Waiting:
            return tr("Waiting: handed over when a colleague who has it logs in");
        case VaultSlotState::Ready:
            return tr("Ready");
        }
        Q_UNREACHABLE();
    }

    static QString lastLogin(const OperatorCard& card) {
        if (!card.lastLoginAt.isValid())
            return tr("Never");
        //: %1 is a time, %2 the name of a terminal
        return tr("%1 at %2").arg(clocktext::inList(card.lastLoginAt), card.lastLoginTerminal);
    }

    static QList<Fact> certificate(const QByteArray& der) {
        const Result<Certificate> read = Certificate::fromDer(der);
        if (!read)
            return {{tr("Certificate"), tr("can't be read")}};
        //: %1 and %2 are times: from, until
        const QString validity =
            tr("%1 to %2").arg(clocktext::inList(read->notBefore()), clocktext::inList(read->notAfter()));
        return {{tr("Certificate: subject"), read->subjectCommonName()},
                {tr("Certificate: validity"), validity},
                {tr("Certificate: fingerprint"), groupedHex(read->fingerprint())}};
    }
};

} // namespace

QList<Fact> cardFacts(const RegisteredCard& registered, VaultSlotState vaultSlot) {
    const OperatorCard& card = registered.card;
    QList<Fact> term;
    if (card.endsAt.isValid())
        term += {CardFacts::tr("Day card until"), clocktext::inList(card.endsAt)};
    if (!registered.dayCard.isEmpty()) {
        //: %1 is a card's number
        term += {CardFacts::tr("Refused at present"),
                 CardFacts::tr("Day card %1 is used instead, until it ends or is taken back.")
                     .arg(registered.dayCard)};
    }
    return QList<Fact>{{CardFacts::tr("Card number"), card.id},
                       {CardFacts::tr("State of the card"), cardStateText(card.state)}} +
           term +
           QList<Fact>{{CardFacts::tr("Enrolled"), clocktext::inList(card.enrolledAt)},
                       {CardFacts::tr("Last login"), CardFacts::lastLogin(card)},
                       {CardFacts::tr("Failures since then"), QString::number(card.failuresSinceLogin)},
                       {CardFacts::tr("Key to the drafts"), CardFacts::vault(vaultSlot)}} +
           CardFacts::certificate(card.authenticationCertificate);
}

QList<Fact> deviceFacts(const std::optional<AttestedDevice>& device) {
    if (!device)
        return {{CardFacts::tr("Maker"), CardFacts::tr("Not proven: the card did not show who made it")}};
    return {{CardFacts::tr("Maker"), device->maker},
            {CardFacts::tr("Serial number of the card"), device->serialNumber},
            {CardFacts::tr("Version of the card"), device->version}};
}

} // namespace madoguchi
