// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/vpcdcard.h"

#include <QtEndian>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace madoguchi {
namespace {

// vpcd's control frames, one byte each.
constexpr char PowerOff = 0;
constexpr char PowerOn = 1;
constexpr char Reset = 2;
constexpr char AskAtr = 4;

void acknowledgeAtOnce(int socket) {
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on,
               sizeof on); // the kernel forgets it, so after each receive
}

bool receive(int socket, char* bytes, std::size_t size) {
    const ssize_t received = recv(socket, bytes, size, MSG_WAITALL);
    acknowledgeAtOnce(socket);
    return received == static_cast<ssize_t>(size);
}

bool send(int socket, QByteArrayView payload) {
    QByteArray frame(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(payload.size()), frame.data());
    frame.append(payload);
    return ::send(socket, frame.constData(), static_cast<std::size_t>(frame.size()), MSG_NOSIGNAL) ==
           frame.size();
}

} // namespace

VpcdCard::VpcdCard(VpcdBehaviour behaviour) : m_behaviour(std::move(behaviour)) {}

VpcdCard::~VpcdCard() {
    pull();
}

Result<> VpcdCard::insert(quint16 port) {
    pull();
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(std::exchange(m_socket, -1));
        return fail(ErrorCode::ReaderMissing, QStringLiteral("nothing listens on port %1").arg(port));
    }
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    acknowledgeAtOnce(m_socket);
    m_thread = std::thread([this, socket = m_socket] { serve(socket); });
    return {};
}

void VpcdCard::pull() {
    if (!m_thread.joinable())
        return;
    shutdown(m_socket, SHUT_RDWR); // wakes the thread; the number stays taken until it has ended
    m_thread.join();
    close(std::exchange(m_socket, -1));
}

void VpcdCard::serve(int socket) {
    char length[2];
    while (receive(socket, length, sizeof length)) {
        QByteArray frame(qFromBigEndian<quint16>(length), Qt::Uninitialized);
        if (!receive(socket, frame.data(), static_cast<std::size_t>(frame.size())) || !answer(socket, frame))
            break;
    }
    shutdown(socket, SHUT_RDWR); // the card has left by itself
}

bool VpcdCard::answer(int socket, QByteArrayView frame) {
    if (frame.size() == 1)
        return answerControl(socket, frame.front());
    const std::optional<QByteArray> answer = m_behaviour.command(frame);
    if (!answer)
        return false;
    return answer->isEmpty() || send(socket, *answer);
}

bool VpcdCard::answerControl(int socket, char code) {
    switch (code) {
    case PowerOff:
    case PowerOn:
    case Reset:
        m_behaviour.reset();
        return true;
    case AskAtr:
        return m_behaviour.atr.isEmpty() || send(socket, m_behaviour.atr);
    default:
        return true; // vpcd knows no others
    }
}

} // namespace madoguchi
