// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/pcscdfixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <winscard.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr auto RunFolder = "/run/pcscd";
constexpr int StartMilliseconds = 20'000;
constexpr int PollMilliseconds = 10;

bool raiseLoopback() {
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool up = ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    close(socket);
    return up;
}

/// Gives this thread, and all threads and programs it starts, a network and a /run/pcscd of their own.
bool enterOwnNamespaces() {
    return unshare(CLONE_NEWNS | CLONE_NEWNET) == 0 &&
           mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("tmpfs", RunFolder, "tmpfs", 0, "mode=755") == 0 && raiseLoopback();
}

/// pcscd 2 asks polkit even about root, and polkit needs a system bus; pcscd 1 does not know the option.
bool canDoWithoutPolkit() {
    QProcess help;
    help.start(u"pcscd"_s, {u"--help"_s});
    return help.waitForFinished() && help.readAllStandardOutput().contains("--disable-polkit");
}

QString foreignService() {
    QFile pid(QString::fromLatin1(RunFolder) + u"/pcscd.pid"_s);
    if (!pid.open(QIODevice::ReadOnly))
        return {};
    const QByteArray number = pid.readAll().trimmed();
    return QFile::exists(u"/proc/"_s + QString::fromLatin1(number)) ? QString::fromLatin1(number) : QString();
}

bool listsReaders(bool expected) {
    SCARDCONTEXT context = 0;
    if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS)
        return false;
    DWORD size = 0;
    const LONG listed = SCardListReaders(context, nullptr, nullptr, &size);
    SCardReleaseContext(context);
    return expected ? listed == SCARD_S_SUCCESS : listed == SCARD_E_NO_READERS_AVAILABLE;
}

} // namespace

PcscdFixture::PcscdFixture(Log log) {
    QDir().mkpath(QString::fromLatin1(RunFolder));
    if (geteuid() != 0)
        m_problem = u"only root can run a pcscd of its own"_s;
    else if (!enterOwnNamespaces() && !foreignService().isEmpty())
        m_problem = u"another pcscd runs as process %1; stop it first"_s.arg(foreignService());
    m_process.setProgram(u"pcscd"_s);
    QStringList arguments{u"--foreground"_s, u"--config"_s, m_folder.filePath(u"readers"_s)};
    arguments += optionsOf(log);
    if (canDoWithoutPolkit())
        arguments.append(u"--disable-polkit"_s);
    m_process.setArguments(arguments);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(logFile(), QIODevice::Append);
    m_process.setChildProcessModifier(
        [] { prctl(PR_SET_PDEATHSIG, SIGKILL); }); // no leftover, however we end
}

PcscdFixture::~PcscdFixture() {
    stop();
}

Result<> PcscdFixture::start(Readers readers) {
    if (!m_problem.isEmpty())
        return fail(ErrorCode::CardServiceMissing, m_problem);
    if (auto written = writeConfiguration(readers); !written)
        return written;
    m_process.start();
    if (!m_process.waitForStarted())
        return fail(ErrorCode::CardServiceMissing, m_process.errorString());
    return waitForReaders(readers);
}

QStringList PcscdFixture::optionsOf(Log log) {
    switch (log) {
    case Log::Errors:
        return {u"--error"_s};
    case Log::Everything:
        return {u"--debug"_s};
    case Log::Commands:
        return {u"--debug"_s, u"--apdu"_s};
    }
    Q_UNREACHABLE();
}

void PcscdFixture::stop() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        kill(); // a mute card can keep it from ending
}

void PcscdFixture::kill() {
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray PcscdFixture::log() const {
    QFile file(logFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll().right(4'000) : QByteArray();
}

Result<> PcscdFixture::writeConfiguration(Readers readers) {
    QDir(m_folder.path()).mkpath(u"readers"_s);
    QFile file(m_folder.filePath(u"readers/vpcd"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(ErrorCode::FileUnwritable, file.fileName());
    if (readers == Readers::Virtual)
        file.write("FRIENDLYNAME \"Virtual PCD\"\n"
                   "DEVICENAME /dev/null:0x8C7B\n"
                   "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\n"
                   "CHANNELID 0x8C7B\n");
    return {};
}

Result<> PcscdFixture::waitForReaders(Readers readers) {
    QDeadlineTimer deadline(StartMilliseconds);
    while (!listsReaders(readers == Readers::Virtual)) {
        if (deadline.hasExpired() || m_process.state() != QProcess::Running)
            return fail(ErrorCode::CardServiceMissing, QString::fromUtf8(log()));
        QTest::qWait(PollMilliseconds);
    }
    return {};
}

} // namespace madoguchi
