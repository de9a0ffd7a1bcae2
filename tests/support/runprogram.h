// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Runs a program to its end. Any thread.
#pragma once

#include <QProcess>

namespace madoguchi {

struct Outcome {
    int status = -1; ///< -1 as well when it does not end, or is killed
    QByteArray output;
    QByteArray error;
};

/// One that this tree builds.
inline QString ours(const QString& name) {
    return qEnvironmentVariable("MADOGUCHI_BIN") + u'/' + name;
}

/// `input` is all that it can read.
inline Outcome runProgram(const QString& program, const QStringList& arguments,
                          const QByteArray& input = {}) {
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace madoguchi
