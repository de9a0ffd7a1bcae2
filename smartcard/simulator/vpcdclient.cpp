// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/vpcdclient.h"

#include "smartcard/simulator/vpcdframes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr std::size_t PieceSize = 4096;
constexpr int NoDescriptor = -1;

/// Length-1 frames of vpcd.
enum Control : char { PowerOff = 0, PowerOn = 1, Reset = 2, AskAtr = 4 };

void switchOn(int socket, int option) {
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, option, &on, sizeof on); // fails on a socket that is not TCP: no harm
}

bool sendAll(int socket, QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const ssize_t sent = send(socket, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

/// False at the end of the connection.
bool receivePiece(int socket, VpcdFrames& frames) {
    std::array<char, PieceSize> piece;
    const ssize_t received = recv(socket, piece.data(), piece.size(), 0);
    if (received < 0)
        return errno == EINTR || errno == EAGAIN;
    switchOn(socket, TCP_QUICKACK); // the kernel forgets it; without, each message waits 44 ms
    frames.append({piece.data(), static_cast<qsizetype>(received)});
    return received > 0;
}

bool isReady(const pollfd& descriptor) {
    return (descriptor.revents & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0;
}

} // namespace

VpcdClient::VpcdClient(int socket) : m_socket(socket) {
    switchOn(m_socket, TCP_NODELAY);
    switchOn(m_socket, TCP_QUICKACK);
}

VpcdClient::VpcdClient(VpcdClient&& other) noexcept : m_socket(std::exchange(other.m_socket, NoDescriptor)) {}

VpcdClient::~VpcdClient() {
    if (m_socket != NoDescriptor)
        close(m_socket);
}

Result<VpcdClient> VpcdClient::connectTo(quint16 port) {
    VpcdClient client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return fail(ErrorCode::ReaderMissing, u"no virtual reader listens on port %1"_s.arg(port));
    return client;
}

VpcdClient::Ended VpcdClient::serve(SimulatedCard& card, const QList<int>& wake,
                                    const std::function<bool()>& goOn) {
    std::vector<pollfd> waiting{{m_socket, POLLIN, 0}};
    for (const int descriptor : wake)
        waiting.push_back({descriptor, POLLIN, 0});
    VpcdFrames frames;
    while (true) {
        if (poll(waiting.data(), waiting.size(), -1) < 0)
            continue; // interrupted by a signal
        if (std::any_of(waiting.begin() + 1, waiting.end(), isReady) && !goOn())
            return Ended::Stopped;
        if (!isReady(waiting.front()))
            continue;
        if (!receivePiece(m_socket, frames))
            return Ended::ReaderGone;
        while (const auto payload = frames.next()) {
            const auto reply = answer(card, *payload);
            if (reply && !sendAll(m_socket, *reply))
                return Ended::ReaderGone;
        }
    }
}

std::optional<QByteArray> VpcdClient::answer(SimulatedCard& card, QByteArrayView payload) {
    if (payload.isEmpty())
        return {};
    if (payload.size() > 1) {
        const QByteArray response = card.transmit(payload);
        return response.isEmpty() ? std::nullopt : std::optional(VpcdFrames::frame(response));
    }
    switch (payload.front()) {
    case PowerOff:
    case PowerOn:
    case Reset:
        card.reset();
        return {};
    case AskAtr: {
        const QByteArray atr = card.atr();
        return atr.isEmpty() ? std::nullopt : std::optional(VpcdFrames::frame(atr));
    }
    default:
        return {};
    }
}

} // namespace madoguchi
