// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Plugs a simulated card into vpcd, the virtual reader of vsmartcard, over TCP. The other side is only a
// local port: its bytes are taken as anybody's. One thread.
#pragma once

#include "app/base/result.h"
#include "smartcard/simulator/simulatedcard.h"

#include <QList>

#include <functional>
#include <optional>

namespace madoguchi {

class VpcdClient {
public:
    enum class Ended { ReaderGone, Stopped };

    /// Takes over a connected stream socket and closes it in the end, which is taking the card out.
    explicit VpcdClient(int socket);
    VpcdClient(VpcdClient&& other) noexcept;
    VpcdClient(const VpcdClient&) = delete;
    VpcdClient& operator=(const VpcdClient&) = delete;
    ~VpcdClient();

    /// To a reader on this machine. ReaderMissing if nothing listens there.
    static Result<VpcdClient> connectTo(quint16 port);

    /// Blocks and answers for the card until the reader closes the connection or `goOn`, asked whenever one
    /// of the descriptors `wake` can be read, says false.
    Ended serve(SimulatedCard& card, const QList<int>& wake, const std::function<bool()>& goOn);

private:
    /// The frame to send back, if any.
    static std::optional<QByteArray> answer(SimulatedCard& card, QByteArrayView payload);

    int m_socket;
};

} // namespace madoguchi
