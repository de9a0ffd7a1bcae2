// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A counter over a real pcscd: the Workstation of a station that is in a folder already, and the hands that
// put simulated cards into pcscd's two virtual readers and type PINs. Main thread with an event loop; what
// must hold aborts the test program when it does not.
#pragma once

#include "tests/support/issuingoffice.h"
#include "tests/support/vpcdcard.h"

#include <map>
#include <memory>

namespace madoguchi {

class PcscdCounter {
public:
    /// The PcscdFixture runs already, with its readers. Returns when the program has found them empty.
    PcscdCounter(const QString& folder, const Clock& clock);

    Workstation& workstation() { return *m_workstation; }
    LoginController& login() { return m_workstation->login(); }
    const LoginView& view() { return login().view(); }

    /// In the place of the card that is there; returns when the program has seen it come. Readers by
    /// PcscdFixture's names.
    void putIn(const QString& reader, const std::shared_ptr<SimulatedCard>& card);
    /// Returns when pcscd and the program have seen it go.
    void takeOut(const QString& reader);

    /// Whether the login comes to this state within 20 seconds.
    bool reaches(LoginState state);
    /// The same, with this refusal.
    bool refuses(ErrorCode code);
    void enterPin(const QByteArray& pin);
    /// Card into the first reader, PIN, session.
    bool logIn(const std::shared_ptr<SimulatedCard>& card, const QByteArray& pin = CounterStation::Pin);
    /// Ends that session by its card.
    bool logOut();

    /// Whoever is logged in issues `hands.blank`; witness and blank card go into the second reader.
    IssuingView issue(const IssueOrder& order, IssuingOffice::Hands hands);
    /// Whoever is logged in unblocks that card of the register, `card`; it gives the view at the end or where
    /// it asks for something once more.
    struct Unblocking {
        QString id;
        std::shared_ptr<SimulatedCard> card;
        std::shared_ptr<SimulatedCard> witness;
        QByteArray pin; ///< the holder's new one
    };
    UnblockingView unblock(const Unblocking& order);

private:
    std::unique_ptr<Workstation> m_workstation;
    std::map<QString, std::unique_ptr<VpcdCard>> m_cards; ///< by reader
};

} // namespace madoguchi
