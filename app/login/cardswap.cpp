// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/cardswap.h"

#include "app/base/clock.h"

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Tick{200};

} // namespace

CardSwap::CardSwap(const LoginParts& parts, const ReaderGate& gate, QObject* parent)
    : QObject(parent), m_parts(parts), m_gate(gate), m_recognition(parts) {
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &CardSwap::look);
}

Result<> CardSwap::check(const Session& session, const RecognisedCard& recognised) const {
    if (Result<> permitted = session.require(Permission::SwapCard); !permitted)
        return permitted;
    if (m_gate.hasApplicantsReader())
        return fail(ErrorCode::InputInvalid, u"applicants have a reader of their own"_s);
    return m_recognition.checkGenuine(recognised);
}

void CardSwap::begin(const RecognisedCard& recognised, CardId insertion) {
    m_own = recognised.card.id;
    m_in = {{insertion, SwapReader::OwnCard}};
    m_until = m_parts.clock.sinceBoot() + Longest;
    m_view = {SwapReader::OwnCard, Longest};
    m_timer.start();
}

void CardSwap::stop() {
    m_timer.stop();
    m_in.clear();
    m_own.clear();
}

bool CardSwap::isOver() const {
    return m_parts.clock.sinceBoot() >= m_until;
}

void CardSwap::look() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_until - m_parts.clock.sinceBoot());
    if (const auto shown = std::max(left, std::chrono::seconds(0)); shown != m_view.left) {
        m_view.left = shown;
        Q_EMIT viewChanged();
    }
    if (isOver())
        Q_EMIT failed({ErrorCode::SwapOver});
}

void CardSwap::cardOut(CardId card) {
    m_in.remove(card);
    showNewest();
}

void CardSwap::cardIn(CardId card) {
    show(card, SwapReader::Reading);
    m_recognition.read(card, this, [this, card](const Result<CardIdentity>& identity) {
        if (isAbout(card)) // else it left meanwhile, or the swap is over
            onCardRead(card, identity);
    });
}

void CardSwap::onCardRead(CardId card, const Result<CardIdentity>& identity) {
    if (isOver()) { // the machine slept, or the card took its time
        Q_EMIT failed({ErrorCode::SwapOver});
    } else if (!identity) {
        onUnreadable(card, identity.error());
    } else if (const auto recognised = m_recognition.recognise(*identity); recognised) {
        onRegistered(card, *recognised);
    } else if (recognised.error().code == ErrorCode::CardUnknown) {
        show(card, SwapReader::PivCard);
        Q_EMIT applicantsCardSeen(card);
    } else {
        Q_EMIT failed(recognised.error());
    }
}

// An applicant's card may be of any kind and in any state. One that shows a certificate and lacks its key is
// made to deceive.
void CardSwap::onUnreadable(CardId card, const Error& why) {
    if (why.code == ErrorCode::CardNotGenuine) {
        Q_EMIT failed(why);
        return;
    }
    if (why.code == ErrorCode::CardRemoved) // cardOut() comes, too
        return;
    show(card, why.code == ErrorCode::CardNotPiv ? SwapReader::OtherCard : SwapReader::Unreadable);
    Q_EMIT applicantsCardSeen(card);
}

void CardSwap::onRegistered(CardId card, const RecognisedCard& recognised) {
    if (recognised.card.id != m_own) {
        Q_EMIT failed({ErrorCode::CardChanged, u"another operator's card"_s});
        return;
    }
    Result<> stands = m_gate.admit(card, recognised.person.role);
    if (stands)
        stands = m_recognition.checkGenuine(recognised);
    if (stands)
        stands = m_recognition.checkAdmission(recognised);
    if (stands) {
        Q_EMIT returned(card, recognised);
    } else {
        Q_EMIT failed(stands.error());
    }
}

void CardSwap::show(CardId card, SwapReader as) {
    m_in[card] = as;
    showNewest();
}

void CardSwap::showNewest() {
    m_view.reader = m_in.isEmpty() ? SwapReader::Empty : m_in.last();
    Q_EMIT viewChanged();
}

} // namespace madoguchi
