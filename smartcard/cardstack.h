// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The seam between the rest of the program and whatever holds the cards: pcscd in production
// (smartcard/pcsc), simulated cards in practice and tests (smartcard/simulator). Every call may block for as
// long as a card pleases, so nothing here is called on the GUI thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

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
    bool verifiesOnPad = false; ///< in one step (DIRECT); pads that are driven key by key are not used
    bool changesOnPad = false;
    bool displays = false; ///< it has properties of a display, or takes text for it

    bool operator==(const ReaderFeatures&) const = default;
};

/// What a person enters on the reader's own keys (PC/SC part 10, 2.5). The PIN never leaves the reader but
/// for the card. PINs are digits there, 8 bytes in the command, padded with FF.
struct PadOrder {
    enum class Task {
        Verify, ///< one PIN
        Change, ///< the present PIN, the new one, the new one once more
    };

    Task task = Task::Verify;
    QByteArray command;               ///< whole, with FF in the places of the PINs
    quint8 shortest = 6;              ///< digits
    quint8 longest = 8;               ///< digits
    std::chrono::seconds timeOut{30}; ///< for the first key of each PIN, and again for its other keys

    /// The longest that a reader which keeps to `timeOut` takes.
    std::chrono::seconds duration() const { return timeOut * (task == Task::Verify ? 2 : 6); }
};

/// Exclusive use of a card. Ends when destroyed; the card is then reset, so that no verified PIN is left.
class CardTransaction {
public:
    virtual ~CardTransaction() = default;
    /// Sends one command APDU and gives the whole response with its two status bytes (size >= 2).
    /// Errors: CardRemoved, CardReset, CardMute, CardServiceMissing, CardProtocolError.
    virtual Result<SecretBytes> transmit(QByteArrayView command) = 0;

    /// Of the reader that the card is in. Says nothing to the card.
    virtual ReaderFeatures readerFeatures() { return {}; }
    /// Waits until somebody has entered what is asked for, has cancelled, or took too long. The two status
    /// bytes: the card's answer, or the reader's own word 6400 (too late), 6401 (cancelled), 6402 (the new
    /// PINs differ), 6403 (too short or too long), 6B80 (it does not understand). None: the reader could not
    /// do it. Only the card can tell whether the reader's word is true. Errors: as for transmit.
    virtual Result<std::optional<quint16>> enterOnPad(const PadOrder& order) {
        static_cast<void>(order);
        return std::optional<quint16>();
    }
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

    /// Whether somebody is connected to the card of this reader now, this process too. Does not wait for
    /// cards; a reader that can't be asked is not in use. Thread of that reader's worker.
    virtual bool isInUse(const QString& reader) {
        static_cast<void>(reader);
        return false;
    }

    /// Needs no card in the reader. Errors: as for connect(). A stack without real readers has no features.
    /// Any thread that may block.
    virtual Result<ReaderFeatures> featuresOf(const QString& reader) {
        static_cast<void>(reader);
        return ReaderFeatures();
    }
};

} // namespace madoguchi
