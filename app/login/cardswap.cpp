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
    m_there = insertion;
    m_until = m_parts.clock.sinceBoot() + Longest;
    m_view = {SwapReader::OwnCard, Longest};
    m_timer.start();
}

void CardSwap::stop() {
    m_timer.stop();
    m_there = 0;
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

void CardSwap::cardOut() {
    m_there = 0;
    show(SwapReader::Empty);
}

void CardSwap::cardIn(CardId card) {
    m_there = card;
    show(SwapReader::Reading);
    m_recognition.read(card, this, [this, card](const Result<CardIdentity>& identity) {
        if (card == m_there) // else it left meanwhile, or the swap is over
            onCardRead(identity);
    });
}

void CardSwap::onCardRead(const Result<CardIdentity>& identity) {
    if (isOver()) { // the machine slept, or the card took its time
        Q_EMIT failed({ErrorCode::SwapOver});
    } else if (!identity) {
        onUnreadable(identity.error());
    } else if (const auto recognised = m_recognition.recognise(*identity); recognised) {
        onRegistered(*recognised);
    } else if (recognised.error().code == ErrorCode::CardUnknown) {
        show(SwapReader::PivCard);
        Q_EMIT applicantsCardSeen(m_there);
    } else {
        Q_EMIT failed(recognised.error());
    }
}

// An applicant's card may be of any kind and in any state. One that shows a certificate and lacks its key is
// made to deceive.
void CardSwap::onUnreadable(const Error& why) {
    if (why.code == ErrorCode::CardNotGenuine) {
        Q_EMIT failed(why);
        return;
    }
    if (why.code == ErrorCode::CardRemoved) // cardOut() comes, too
        return;
    const CardId card = m_there;
    show(why.code == ErrorCode::CardNotPiv ? SwapReader::OtherCard : SwapReader::Unreadable);
    Q_EMIT applicantsCardSeen(card);
}

void CardSwap::onRegistered(const RecognisedCard& recognised) {
    if (recognised.card.id != m_own) {
        Q_EMIT failed({ErrorCode::CardChanged, u"another operator's card"_s});
        return;
    }
    Result<> stands = m_recognition.checkGenuine(recognised);
    if (stands)
        stands = m_recognition.checkAdmission(recognised);
    if (stands) {
        Q_EMIT returned(m_there, recognised);
    } else {
        Q_EMIT failed(stands.error());
    }
}

void CardSwap::show(SwapReader reader) {
    m_view.reader = reader;
    Q_EMIT viewChanged();
}

} // namespace madoguchi
