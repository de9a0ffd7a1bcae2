// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Walks the login's table: reads the card that comes in, decides who may go on, counts tries, checks the
// PIN, and has SessionRun open the session, run it and end it. Every accepted event is recorded before its
// state is entered; when it can't be recorded the login halts. Main thread; card conversations run on the
// card's worker.
#pragma once

#include "app/actions/actionid.h"
#include "app/audit/auditwriter.h"
#include "app/login/cardentrance.h"
#include "app/login/cardrecognition.h"
#include "app/login/lockoutregister.h"
#include "app/login/loginparts.h"
#include "app/login/loginpin.h"
#include "app/login/loginview.h"
#include "app/login/readergate.h"
#include "app/login/sessionrun.h"
#include "app/session/session.h"
#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pinlogin.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace madoguchi {

class LoginController : public QObject {
    Q_OBJECT
public:
    explicit LoginController(const LoginParts& parts, QObject* parent = nullptr);
    ~LoginController() override;

    const LoginView& view() const { return m_view; }
    /// Null outside a session. Never keep it beyond sessionEnded().
    const Session* session() const { return m_run.session(); }
    /// The insertion that is dealt with: in a session, of the session's card, also of one that has left for a
    /// while. 0 for none.
    CardId card() const { return m_card; }
    /// The session's PIN was changed, durably: it does everything again. Only in a session.
    void pinChanged();
    /// Workstation::freshPin() was approved. Nothing outside a session.
    void pinProven();

    void confirmLastTry();
    /// Takes the PIN once; it goes to the card's worker and is wiped there. Not where it is asked for on the
    /// reader's keys (LoginView::pinOnPad).
    void submitPin(SecretBytes pin);
    /// Has the reader ask for the PIN, where it does.
    void askPinOnPad();
    void cancel();
    void logOut();
    /// The record could not be kept somewhere else in the program: ends everything as Halted.
    void recordLost() { halt(); }
    /// Locks with the card still in the reader. `why`: Idle, LockKey or CardWithdrawn.
    void lock(SessionEnd why);
    /// The register does not let this card log in any more: a session of it ends at once, and the card is
    /// read again and refused. Not from within an action of that session.
    void cardWithdrawn(const QString& card);
    /// Nobody knows which PIN that card has: it is said when hers is asked for, until pinSettled() or the
    /// next right one, and not after the program ended.
    void pinUnsettled(const QString& card) { m_unsettled.insert(card); }
    void pinSettled(const QString& card) { m_unsettled.remove(card); }
    /// Then no card has to leave its reader for an applicant's.
    bool hasApplicantsReader() const { return m_gate.hasApplicantsReader(); }
    /// Her card may leave the reader for CardSwap::Longest, for an applicant's. Save before: until it is back
    /// the session can do nothing. Recorded also when refused. Errors: those of CardSwap::check();
    /// SessionEnded outside a session and while one is under way; RecordFailed.
    Result<> beginSwap();
    /// Her card never left: the session goes on. Nothing happens when it has left.
    void cancelSwap() { m_run.cancelSwap(); }

Q_SIGNALS:
    void viewChanged();
    void swapBegun();
    void sessionStarted(const madoguchi::LoginGreeting& greeting);
    /// The session is about to end but still open: hide the screen first, then save. Direct connections only.
    void sessionEnding(madoguchi::SessionEnd why);
    void sessionEnded(madoguchi::SessionEnd why);
    /// Unless something changes it will be locked within AdmissionWatch::Warning, because hours, role or
    /// certificate end. At most once in a session.
    void sessionEndsSoon();

private:
    AuditRecord record(ActionId action, AuditOutcome outcome = AuditOutcome::None) const;
    AuditRecord refusal(const Error& why) const;
    AuditRecord acceptance() const;
    /// Records, then enters the next state. False: the event means nothing now, or the login has halted.
    bool accept(LoginEvent event, const AuditRecord& record);
    /// The same with `change`, durable together with the record. When the change fails the record stands
    /// alone; its error is in `failure`.
    bool accept(LoginEvent event, const AuditRecord& record, const std::function<Result<>()>& change,
                std::optional<Error>& failure);
    void halt();

    void joinSession();
    void showReaders();
    void onReadersChanged();
    void onCardInserted(CardId card);
    void onCardRemoved(CardId card);
    void onCardMisplaced(CardId card, const RecognisedCard& recognised);
    void waitForCard(std::optional<ErrorCode> swapFailure = {});
    bool receive(CardId card);
    void beginWith(CardId card);
    void considerNextCard();
    void forgetCard();

    void readCard();
    void onCardRead(Result<CardIdentity> identity);
    void admit();
    bool asksOnPad() const;
    void watchDelay();
    void refuse(const Error& error);

    void present(SecretBytes pin);
    AuditRecord pinRecord(AuditOutcome outcome) const;
    void onPinNotEntered(PadProblem problem);
    void onPinChecked(Result<PinLogin> login);
    void openSession(PinLogin login);
    void lockFor(SessionEnd why, std::optional<ErrorCode> cause);
    void showSwap();
    bool endSession(SessionEnd why, std::optional<ErrorCode> cause = {});

    LoginParts m_parts;
    CardRecognition m_recognition;
    LoginPin m_pin;
    LoginView m_view;
    CardId m_card = 0; ///< the one being dealt with
    std::optional<RecognisedCard> m_recognised;
    QString m_lockedCard;      ///< register id of the card whose session was locked
    QSet<QString> m_unsettled; ///< cards of pinUnsettled()
    ReaderGate m_gate;
    CardEntrance m_entrance;
    SessionRun m_run;
    QTimer m_delayTimer;
};

} // namespace madoguchi
