// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card for vpcd, the virtual reader of vsmartcard, driven by a test: inserting connects to the reader's
// port, pulling closes it. Everything public is for the test's thread; the behaviour runs on the card's own.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>
#include <thread>

namespace madoguchi {

/// How the card behaves. A callback may block; pull() waits for it.
struct VpcdBehaviour {
    /// Answers one command APDU. An empty answer is silence for ever (a mute card), none is the card leaving
    /// the reader in the middle of the command.
    std::function<std::optional<QByteArray>(QByteArrayView)> command;
    /// The reader took the power away or reset the card; called before the next command.
    std::function<void()> reset = [] {};
    /// Answer to reset; empty is a card that does not even answer that.
    QByteArray atr = QByteArray::fromHex("3b80800101");
};

class VpcdCard {
public:
    /// The card is outside every reader.
    explicit VpcdCard(VpcdBehaviour behaviour);
    /// Pulls the card.
    ~VpcdCard();
    VpcdCard(const VpcdCard&) = delete;
    VpcdCard& operator=(const VpcdCard&) = delete;

    /// Puts the card into the reader that listens on `port` of this host (PcscdFixture::Port...). The client
    /// sees it 100-370 ms later. Errors: ReaderMissing when nothing listens there.
    Result<> insert(quint16 port);
    /// Takes it out; does nothing outside a reader. The client sees it up to 400 ms later.
    void pull();

private:
    void serve(int socket);
    bool answer(int socket, QByteArrayView frame);
    bool answerControl(int socket, char code);

    VpcdBehaviour m_behaviour;
    std::thread m_thread;
    int m_socket = -1;
};

} // namespace madoguchi
