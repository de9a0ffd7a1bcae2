// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The next list of revoked cards, signed by the administrator's own card: her PIN is asked for, 9C signs, and
// the station keeps the list in one transaction with its record. Before that nothing has changed. Her card
// stays where she logged in. Main thread; one at a time.
#pragma once

#include "app/crypto/revocationlist.h"
#include "app/issuing/issuersigning.h"
#include "app/issuing/revocations.h"

#include <QObject>

#include <functional>
#include <optional>

namespace madoguchi {

enum class ListSigningState {
    Idle,
    ReadingCard,
    AwaitingPin,
    Signing, ///< the card must stay in its reader
    Done,
    Stopped, ///< `error` says why
};

/// What a screen needs to know of it at one moment.
struct ListSigningView {
    ListSigningState state = ListSigningState::Idle;
    std::optional<Error> error = {};
    QString authority = {};            ///< whose list: the issuing certificate's common name; from begin() on
    RevocationListOrder list = {};     ///< what is signed; from begin() on
    std::optional<int> triesLeft = {}; ///< of the PIN, where the card tells
    bool pinWasWrong = false;
    bool pinWasMalformed = false; ///< nothing was sent to the card
};

class ListSigning : public QObject {
    Q_OBJECT
public:
    /// Everything must outlive the object.
    struct Parts {
        LoginParts login; ///< with `session`
        Revocations& revocations;
        /// Insertion of the card that the session began with; 0 without one.
        std::function<CardId()> sessionCard;
        /// The issuing certificate: of 9C of the card with that register id.
        std::function<Result<Certificate>(const QString& card)> authority;
    };
    explicit ListSigning(Parts parts, QObject* parent = nullptr);

    const ListSigningView& view() const { return m_view; }

    /// Ends whatever was under way. Errors, on record but for the first: SessionEnded; PermissionDenied,
    /// PolicyUnreadable, RecordFailed, those of Parts::authority and Revocations::next().
    Result<> begin();
    /// Goes to the worker once and is wiped there. Taken only in AwaitingPin.
    void submitPin(SecretBytes pin);
    /// Back to Idle. What the card signs nevertheless is kept and on record, if its answer comes while the
    /// program runs. For the end of the session too.
    void cancel();

Q_SIGNALS:
    void viewChanged();
    /// The record could not be kept: the login must be halted.
    void recordLost();

private:
    const Session* session() const { return m_parts.login.session(); }
    struct Prepared {
        Certificate issuer;
        UnsignedRevocationList list;
    };
    Result<Prepared> prepare() const;
    void sign(const Prepared& prepared);
    Result<> noteRefused(const Error& why);
    void stop(const Error& why);
    void enter(ListSigningState state, std::optional<Error> error = {});
    void askPin(std::optional<int> triesLeft, bool wasWrong, bool wasMalformed);

    Parts m_parts;
    IssuerSigning m_signing;
    ListSigningView m_view;
};

} // namespace madoguchi
