// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/stationsetup.h"

#include "app/issuing/pem.h"
#include "app/setup/officeroot.h"
#include "app/station/stationfacts.h"
#include "app/station/stationinit.h"
#include "app/storage/durablefile.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace std::chrono_literals;

namespace {

Result<QByteArray> rootFor(const StationFolder& station, const SetupOrder& order, const QDateTime& now) {
    const Result<QString> place = placeForRoot(station, order.medium);
    if (!place)
        return fail(place.error());
    const auto root = rootPresenceIn(*place) == RootPresence::None
                          ? makeRootIn(*place, order.office, order.passphrase, now)
                          : completeRootIn(*place, order.office, order.passphrase, now);
    return root ? Result<QByteArray>(pemOf(root->certificate)) : fail(root.error());
}

// What the root would be made for comes first: a root for a station that can't be would lie about.
Result<> makeStationOf(const StationFolder& folder, const SetupOrder& order, const Clock& clock) {
    if (Result<> named = checkStationNames(order.office, order.terminal); !named)
        return named;
    const Result<SetupNeed> need = setupNeedOf(folder);
    if (!need)
        return fail(need.error());
    if (*need != SetupNeed::Station)
        return fail(ErrorCode::StationExists, folder.path());
    const auto pem = order.authority == CardAuthority::Outside ? contentOfFile(order.certificates)
                                                               : rootFor(folder, order, clock.now());
    if (!pem)
        return fail(pem.error());
    return initialiseStation(folder, {order.office, order.terminal, *pem}, clock);
}

} // namespace

StationSetup::StationSetup(const StationFolder& folder, std::shared_ptr<CardStack> cards,
                           std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent), m_folder(folder), m_clock(std::move(clock)), m_cards(std::move(cards)) {
    connect(&m_rootWatch, &QTimer::timeout, this, &StationSetup::watchRoot);
}

StationSetup::~StationSetup() {
    if (m_thread)
        m_thread->wait();
}

Result<CardAuthority> StationSetup::authority() const {
    Result<Database> database = m_folder.openToRead();
    if (!database)
        return fail(database.error());
    const Result<StationFacts> facts = loadStationFacts(*database);
    if (!facts)
        return fail(facts.error());
    const auto anchors = Certificate::listFromPem(facts->authorityPem);
    if (!anchors)
        return fail(anchors.error());
    return std::ranges::any_of(*anchors, isOfficeRoot) ? CardAuthority::Office : CardAuthority::Outside;
}

QList<CardId> StationSetup::cardsToMake() const {
    QList<CardId> present = m_cards.cardsPresent();
    present.removeOne(m_made);
    return present;
}

CardId StationSetup::card() const {
    const QList<CardId> present = cardsToMake();
    return present.size() == 1 ? present.first() : 0;
}

int StationSetup::cardCount() const {
    return static_cast<int>(cardsToMake().size());
}

// ---- the root ------------------------------------------------------------------------------------------

void StationSetup::keepRoot() {
    if (!m_root)
        return;
    m_rootUsed = m_clock->sinceBoot();
    m_rootWatch.start(1s);
}

void StationSetup::watchRoot() {
    if (!m_root) {
        m_rootWatch.stop();
    } else if (!m_busy && m_clock->sinceBoot() - m_rootUsed >= RootKept) {
        m_root.reset();
        m_rootWatch.stop();
        Q_EMIT rootForgotten();
    }
}

// ---- without a card ------------------------------------------------------------------------------------

void StationSetup::run(std::function<Result<>()> work, void (StationSetup::*done)()) {
    m_busy = true;
    m_thread.reset(QThread::create([this, work = std::move(work), done] {
        // Dropped when the object is gone: its destructor has waited for this thread.
        QMetaObject::invokeMethod(
            this,
            [this, result = work(), done] {
                m_thread->wait();
                m_thread.reset();
                m_busy = false;
                if (!result) // nothing can be made with it
                    m_root.reset();
                keepRoot();
                if (!result) {
                    Q_EMIT failed(result.error());
                } else {
                    (this->*done)();
                }
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
}

void StationSetup::makeStation(SetupOrder order) {
    if (m_busy)
        return;
    if (order.authority == CardAuthority::Office)
        m_root = std::make_shared<const Root>(Root{order.medium, order.passphrase.clone()});
    const auto wanted = std::make_shared<const SetupOrder>(std::move(order));
    run([folder = m_folder, clock = m_clock, wanted] { return makeStationOf(folder, *wanted, *clock); },
        &StationSetup::stationMade);
}

void StationSetup::openRoot(const QString& medium, SecretBytes passphrase) {
    if (m_busy)
        return;
    m_root = std::make_shared<const Root>(Root{medium, std::move(passphrase)});
    run([folder = m_folder, clock = m_clock,
         root = m_root] { return checkRootForFirstCard(folder, root->medium, root->passphrase, *clock); },
        &StationSetup::rootOpened);
}

// ---- with a card ---------------------------------------------------------------------------------------

template <class T>
void StationSetup::converse(std::function<Result<T>(const FirstAdministrator&, CardTransaction&)> work,
                            const Operator& person, SecretBytes pin, std::function<void(const T&)> done) {
    if (m_busy)
        return;
    const CardId chosen = card();
    if (chosen == 0) {
        Q_EMIT failed({ErrorCode::CardMissing});
        return;
    }
    const Result<SetupNeed> need = setupNeedOf(m_folder);
    if (!need) {
        Q_EMIT failed(need.error());
        return;
    }
    m_busy = true;
    m_chosen = chosen;
    m_needed = *need;
    const auto order = std::make_shared<const FirstAdministrator>(
        FirstAdministrator{m_folder, person, std::move(pin), m_cards.atrOf(chosen)});
    m_cards.converse<T>(
        chosen,
        [order, work = std::move(work)](CardTransaction& transaction) { return work(*order, transaction); },
        this,
        [this, done = std::move(done)](const Result<T>& result) {
            m_busy = false;
            keepRoot();
            if (!result) {
                onCardFailed(result.error());
            } else {
                done(*result);
            }
        });
}

void StationSetup::makeCard(const Operator& person, SecretBytes pin) {
    if (!m_root) {
        Q_EMIT failed({ErrorCode::FileMissing, {}});
        return;
    }
    converse<bool>(
        [root = m_root, clock = m_clock](const FirstAdministrator& order,
                                         CardTransaction& transaction) -> Result<bool> {
            const Result<> made =
                makeFirstAdministrator(order, root->medium, root->passphrase, *clock, transaction);
            return made ? Result<bool>(true) : fail(made.error());
        },
        person, std::move(pin), [this](bool) { onCardDone(); });
}

void StationSetup::enrollCard(const Operator& person, SecretBytes pin) {
    converse<PinOutcome>(
        [clock = m_clock](const FirstAdministrator& order, CardTransaction& transaction) {
            return enrollFirstAdministrator(order, *clock, transaction);
        },
        person, std::move(pin),
        [this](const PinOutcome& outcome) {
            if (outcome.kind == PinOutcome::Kind::Accepted) {
                onCardDone();
            } else {
                Q_EMIT pinRefused(outcome);
            }
        });
}

// A card that is pulled after its last command is in the register all the same.
void StationSetup::onCardFailed(const Error& error) {
    if (const Result<SetupNeed> need = setupNeedOf(m_folder); need && *need != m_needed) {
        finishWithCard(*need);
    } else {
        Q_EMIT failed(error);
    }
}

void StationSetup::onCardDone() {
    if (const Result<SetupNeed> need = setupNeedOf(m_folder); need) {
        finishWithCard(*need);
    } else {
        Q_EMIT failed(need.error());
    }
}

void StationSetup::finishWithCard(SetupNeed next) {
    m_made = m_chosen;
    if (next == SetupNeed::Nothing)
        m_root.reset();
    Q_EMIT cardMade(next);
}

} // namespace madoguchi
