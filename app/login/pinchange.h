// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A holder changes the PIN of the card she is logged in with. The present PIN counts as a try, as at a login:
// a wrong one costs the card and the station's lockout. Main thread; one at a time.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/login/cardrecognition.h"
#include "app/login/loginparts.h"
#include "app/login/pinregister.h"
#include "app/login/pintry.h"
#include "app/session/session.h"

#include <QObject>

#include <functional>
#include <optional>

namespace madoguchi {

/// What she typed.
struct TypedPins {
    SecretBytes present;
    SecretBytes next;
    SecretBytes again; ///< `next` once more
};

class PinChange : public QObject {
    Q_OBJECT
public:
    /// `pins` must outlive it, as all of `parts`.
    PinChange(const LoginParts& parts, PinRegister& pins, QObject* parent = nullptr);

    /// `card` is the insertion of the session's card. Takes the PINs in any case. Errors, on record, without
    /// a try and without asking the card: SessionEnded, PermissionDenied, PinMalformed (the present one),
    /// PinsDiffer, PinUsedBefore (the present one once more), PolicyUnreadable, those of checkNewPin() and of
    /// PinRegister; CardBusy while another change is under way. Without an error one signal follows.
    Result<> start(const Session& session, CardId card, TypedPins typed);
    /// The same on the keys of the card's reader, where PinPads says that it is done there. Only the card and
    /// the reader judge the PINs; nothing of the former one is kept. Errors, on record: SessionEnded,
    /// PermissionDenied, InputInvalid when it is not done there; and CardBusy.
    Result<> startOnPad(const Session& session, CardId card);
    /// The session ends: nothing is sent any more. What the card has done already is still recorded.
    void giveUp();
    bool isUnderWay() const { return m_isUnderWay; }

Q_SIGNALS:
    /// It is on record too; the session no longer waits for it.
    void changed();
    void presentWrong(int triesLeft);
    /// On the reader's keys; the PIN is as it was, and no try was used.
    void notEntered(madoguchi::PadProblem problem);
    /// The old PIN of that card, by register id, holds or the new one, and nobody here can tell: the card
    /// went before it answered, or the reader does not say how the entry on its keys ended. The try is
    /// counted; a change that is due stays due. In the first case refused() follows while the session lasts;
    /// this comes after it, too.
    void unsettled(const QString& card);
    /// RecordFailed: the login must be halted. PinLastTry, PinDelayed, PinLocked and CardBlocked as for an
    /// approval; PinUsedBefore, once the card has taken the present PIN, so that nobody else can try out
    /// which PINs were former ones; CardChanged; CardCommandRefused when the card does not take the new PIN;
    /// others of cards.
    void refused(const madoguchi::Error& why);

private:
    struct Order {
        SessionFacts session;
        CardId card = 0;
        TypedPins typed = {};
        QByteArray former = {}; ///< hash of the present PIN; empty on a pad
        int remembered = 0;
        bool usedBefore = false; ///< the new one
        PinEntry entry = PinEntry::Typed;
    };
    void begin(Order order);
    std::function<Result<>()> change() const;
    std::function<void()> unanswered();
    Result<PinPolicy> checkTyped(const Session& session, const TypedPins& typed) const;
    void onCardRead(Result<CardIdentity> identity);
    Result<> send(const RecognisedCard& recognised);
    void onAnswer(Result<PinOutcome> outcome);
    AuditRecord record(AuditOutcome outcome) const;
    static AuditRecord recordFor(const SessionFacts& session, AuditOutcome outcome);
    Result<> noteRefused(const SessionFacts& session, const Error& why);
    void refuse(const Error& why);

    LoginParts m_parts;
    CardRecognition m_recognition;
    PinRegister& m_pins;
    PinTry m_try;
    std::optional<Order> m_order;
    quint64 m_round = 0;
    bool m_isUnderWay = false;
};

} // namespace madoguchi
