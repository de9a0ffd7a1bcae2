// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A real pcscd of the test's own, with vpcd's two virtual readers. Needs root. Where the kernel allows it,
// the test moves into name spaces of its own for /run/pcscd and for the network, so that neither the
// machine's pcscd nor another test is met; elsewhere the fixture refuses to start beside a running pcscd.
// Programs that the test starts afterwards talk to this pcscd by themselves. Test's main thread; tests that
// use it are registered with RESOURCE_LOCK pcscd.
#pragma once

#include "app/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace madoguchi {

class PcscdFixture {
public:
    static constexpr quint16 FirstPort = 35963; ///< where a VpcdCard enters the first reader
    static constexpr quint16 SecondPort = 35964;
    static QString firstReader() { return QStringLiteral("Virtual PCD 00 00"); }
    static QString secondReader() { return QStringLiteral("Virtual PCD 00 01"); }

    enum class Readers { None, Virtual };
    enum class Log {
        Errors,
        Everything, ///< as much as it can say, without the bytes of commands
        Commands,   ///< the bytes of every command too, PINs among them
    };

    explicit PcscdFixture(Log log = Log::Errors);
    /// Stops the service.
    ~PcscdFixture();
    PcscdFixture(const PcscdFixture&) = delete;
    PcscdFixture& operator=(const PcscdFixture&) = delete;

    /// Starts the service and waits until a client sees its readers. Errors: CardServiceMissing with the
    /// reason.
    Result<> start(Readers readers = Readers::Virtual);
    /// Ends it as a system would (SIGTERM) and waits.
    void stop();
    /// Ends it as a crash would (SIGKILL) and waits.
    void kill();

    /// The last lines that the service wrote, for a failed test.
    QByteArray log() const;
    /// Where it writes them.
    QString logFile() const { return m_folder.filePath(QStringLiteral("log")); }

private:
    Result<> writeConfiguration(Readers readers);
    Result<> waitForReaders(Readers readers);
    static QStringList optionsOf(Log log);

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem; ///< why it can't be started here; empty if it can
};

} // namespace madoguchi
