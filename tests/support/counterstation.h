// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A whole counter in this process: a station in a temporary folder, set up and filled as madoguchictl does
// it, an authority, people with simulated cards, two readers, and the Workstation over them. Main thread with
// an event loop; whatever must hold aborts the test program when it does not.
#pragma once

#include "app/audit/auditverifier.h"
#include "app/workstation.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/support/expect.h"

#include <QHash>
#include <QTemporaryDir>

#include <optional>

namespace madoguchi {

class CounterStation {
public:
    using Card = std::shared_ptr<SimulatedPivCard>;
    /// Eight digits: shorter runs of digits lie in logs by chance, where tests look for it.
    static constexpr char Pin[] = "73915406";
    static QString terminal() { return QStringLiteral("T1"); }
    static QString firstReader() { return QStringLiteral("Reader 1"); }
    static QString secondReader() { return QStringLiteral("Reader 2"); }
    static Operator person(const QString& id, Role role = Role::Operator);
    /// For core functions that ask for somebody with a right, without a login.
    static Session session(Role role, const QString& operatorId = QStringLiteral("op00"));

    /// Sets the station up; nobody is enrolled and the program does not run yet. `clock` also dates the
    /// certificates, and must outlive the object.
    explicit CounterStation(const Clock& clock);
    /// A station that is in `folder` already; its authority is somewhere else.
    CounterStation(const Clock& clock, const QString& folder);

    /// Of this station's authority, valid for 30 days before and three years after now, PIN `Pin`; of the
    /// make that the environment's MADOGUCHI_CARDS names (CardPersonality), else plain.
    CardOrder order() const;
    Card make(const CardOrder& order) const { return make(order, *m_authority); }
    static Card make(const CardOrder& order, const CertificateAuthority& authority);

    /// Takes somebody with this card into the register and gives the card's register id. The program must not
    /// run.
    QString enroll(const Operator& person, const Card& card, const QByteArray& pin = Pin);
    /// The same with a new card.
    Card employ(const QString& id, Role role = Role::Operator);
    /// Register id of a card that employ() or enroll() took.
    QString idOf(const Card& card) const { return m_ids.value(card.get()); }

    /// Starts the program; returns when it knows its readers.
    void open();
    /// The same over other readers, which the test has in its own hand: insert() and takeOut() are not for
    /// them.
    void openOver(std::shared_ptr<CardStack> stack, int readers);
    /// Ends it, properly.
    void close();
    void reopen();
    /// The folder as a power failure at this moment would leave it, as another station. Any thread that is
    /// alone with it: the main thread must neither write nor run.
    static void copyTo(const QString& from, const QString& to);
    /// Continues with such a copy instead of the present folder.
    void continueWith(const QString& copy);

    Workstation& workstation() { return *m_workstation; }
    LoginController& login() { return m_workstation->login(); }
    const LoginView& view() { return login().view(); }
    SimulatedStack& stack() { return *m_stack; }
    const CertificateAuthority& authority() const { return *m_authority; }
    QString folder() const { return m_path; }

    void insert(const std::shared_ptr<SimulatedCard>& card, const QString& reader = firstReader());
    void takeOut(const QString& reader = firstReader());
    void enterPin(const QByteArray& pin = Pin);
    /// Whether the login comes to this state within 10 seconds.
    bool reaches(LoginState state);
    /// The same, and with this refusal.
    bool refuses(ErrorCode code);
    /// Card in, PIN, session. False if it does not come to that.
    bool logIn(const std::shared_ptr<SimulatedCard>& card, const QString& reader = firstReader());

    /// Names of the recorded actions, oldest first.
    QStringList recorded();
    /// The newest record.
    AuditRecord lastRecord();
    AuditVerification verifyLog();

private:
    const Clock& m_clock;
    QTemporaryDir m_temporary;
    QString m_path;
    std::optional<CertificateAuthority> m_authority;
    QHash<const SimulatedPivCard*, QString> m_ids;
    std::shared_ptr<SimulatedStack> m_stack;
    std::unique_ptr<Workstation> m_workstation;
};

} // namespace madoguchi
