// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The seam between the rest of the program and whatever holds the cards: pcscd in production
// (smartcard/pcsc), simulated cards in practice and tests (smartcard/simulator). Every call may block for as
// long as a card pleases, so nothing here is called on the GUI thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace madoguchi {

/// What a reader shows at one moment.
struct ReaderState {
    QString name;
    bool cardPresent = false;
    bool cardMute = false;  ///< a card is there but gave no answer to reset
    quint32 eventCount = 0; ///< grows with every insertion and removal, so that a fast swap is seen
    QByteArray atr;         ///< answer to reset; empty without a card

    bool operator==(const ReaderState&) const = default;
};

/// What a reader says that it can do (PC/SC part 10, 2.3); its word, which is not always true.
struct ReaderFeatures {
    bool verifiesOnPad = false;
    bool changesOnPad = false;
    bool displays = false; ///< it has properties of a display, or takes text for it

    bool operator==(const ReaderFeatures&) const = default;
};

/// Exclusive use of a card. Ends when destroyed; the card is then reset, so that no verified PIN is left.
class CardTransaction {
public:
    virtual ~CardTransaction() = default;
    /// Sends one command APDU and gives the whole response with its two status bytes (size >= 2).
    /// Errors: CardRemoved, CardReset, CardMute, CardServiceMissing, CardProtocolError.
    virtual Result<SecretBytes> transmit(QByteArrayView command) = 0;
};

/// A connection to the card in one reader; destroyed on the thread that made it.
class CardConnection {
public:
    virtual ~CardConnection() = default;
    /// Waits while another program holds a transaction. Errors as for transmit, and CardBusy.
    virtual Result<std::unique_ptr<CardTransaction>> begin() = 0;
};

class CardStack {
public:
    virtual ~CardStack() = default;

    /// Blocks until the readers differ from `known` (an unknown reader counts) and gives all of them. With
    /// `known` empty and readers present it returns at once. Errors: CardServiceMissing, CardServiceDenied;
    /// the caller waits and calls again. Monitor thread only.
    virtual Result<QList<ReaderState>> waitForChange(const QList<ReaderState>& known) = 0;
    /// Makes a running or the next waitForChange() return soon, with the states as they are. Any thread.
    virtual void interrupt() = 0;

    /// Shares the card with other programs. Errors: CardServiceMissing, CardServiceDenied, ReaderMissing,
    /// CardMissing, CardBusy, CardMute. Thread of that reader's worker.
    virtual Result<std::unique_ptr<CardConnection>> connect(const QString& reader) = 0;

    /// Needs no card in the reader. Errors: as for connect(). A stack without real readers has no features.
    /// Any thread that may block.
    virtual Result<ReaderFeatures> featuresOf(const QString& reader) {
        static_cast<void>(reader);
        return ReaderFeatures();
    }
};

} // namespace madoguchi
