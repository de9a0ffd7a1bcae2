// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/silentcard.h"
#include "smartcard/simulator/vpcdclient.h"
#include "smartcard/simulator/vpcdframes.h"
#include "tests/smartcard/simulator/practicecards.h"
#include "tests/support/testcase.h"

#include <future>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace madoguchi {

/// The reader's end of the connection is this test.
class VpcdClientTest : public TestCase {
    Q_OBJECT
    int m_reader = -1;
    int m_wake = -1;
    std::future<VpcdClient::Ended> m_ended;

    void plug(const std::shared_ptr<SimulatedCard>& card) {
        int sockets[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets), 0);
        m_reader = sockets[0];
        m_wake = eventfd(0, 0);
        const timeval patience{1, 0};
        setsockopt(m_reader, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        m_ended = std::async(std::launch::async, [card, socket = sockets[1], wake = m_wake] {
            return VpcdClient(socket).serve(*card, {wake}, [] { return false; });
        });
    }

    void say(const QByteArray& hex) {
        const QByteArray bytes = QByteArray::fromHex(hex);
        QCOMPARE(write(m_reader, bytes.constData(), static_cast<std::size_t>(bytes.size())), bytes.size());
    }

    QByteArray hear(qsizetype size) {
        QByteArray bytes(size, '\0');
        const ssize_t got = recv(m_reader, bytes.data(), static_cast<std::size_t>(size), MSG_WAITALL);
        return got == size ? bytes.toHex().toUpper() : QByteArray("nothing");
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        plug(std::make_shared<SimulatedPivCard>(makeCard(testOrder(), testAuthority()).value()));
    }
    void cleanup() {
        close(m_reader);
        m_ended.wait();
        close(m_wake);
    }

    void tellsTheAnswerToReset() {
        say("000104");
        QCOMPARE(hear(19), QByteArray("0011") + CardPersonality::plain().atr.toHex().toUpper());
    }

    void answersCommandsHoweverTheyAreCut() {
        say("00");
        say("04002000");
        say("80000101000400200080");
        QCOMPARE(hear(4), QByteArray("000263C5"));
        QCOMPARE(hear(4), QByteArray("000263C5"));
    }

    void aResetLogsOut() {
        say("000D0020008008373339313534FFFF");
        QCOMPARE(hear(4), QByteArray("00029000"));
        say("000102000400200080");
        QCOMPARE(hear(4), QByteArray("000263C5"));
    }

    void nonsenseIsAnsweredOrPassedOver() {
        say("0000"       // an empty frame
            "0001FF"     // an unknown control
            "0003AABBCC" // no command
            "000400200080");
        QCOMPARE(hear(4), QByteArray("00026700"));
        QCOMPARE(hear(4), QByteArray("000263C5"));
        const QByteArray longest = QByteArray::fromHex("FFFF") + QByteArray(0xFFFF, 'x');
        QCOMPARE(write(m_reader, longest.constData(), static_cast<std::size_t>(longest.size())),
                 longest.size());
        QCOMPARE(hear(4), QByteArray("00026700"));
    }

    void theEndOfTheConnectionIsTheEnd() {
        say("00FF00");
        shutdown(m_reader, SHUT_WR);
        QCOMPARE(m_ended.get(), VpcdClient::Ended::ReaderGone);
        m_ended = std::async(std::launch::deferred, [] { return VpcdClient::Ended::ReaderGone; });
    }

    void itStopsWhenItIsWokenAndTold() {
        eventfd_write(m_wake, 1);
        QCOMPARE(m_ended.get(), VpcdClient::Ended::Stopped);
        QCOMPARE(hear(1), QByteArray("nothing"));
        m_ended = std::async(std::launch::deferred, [] { return VpcdClient::Ended::Stopped; });
    }

    void framesAreCountedBytes() {
        VpcdFrames frames;
        frames.append(VpcdFrames::frame("abc") + VpcdFrames::frame({}) + QByteArray(1, '\0'));
        QCOMPARE(frames.next(), QByteArray("abc"));
        QCOMPARE(frames.next(), QByteArray());
        QVERIFY(!frames.next());
        frames.append(QByteArray("\1x", 2));
        QCOMPARE(frames.next(), QByteArray("x"));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::VpcdClientTest)
#include "tst_vpcdclient.moc"
