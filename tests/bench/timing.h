// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Times of something done many times over, and of the least that a disk can do, for figures that are ratios.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QString>

#include <algorithm>
#include <fcntl.h>
#include <functional>
#include <unistd.h>
#include <vector>

namespace madoguchi::bench {

/// In microseconds.
struct Times {
    double p50;
    double p99;
};

inline Times timesOf(std::vector<double> micros) {
    std::sort(micros.begin(), micros.end());
    return {micros[micros.size() / 2], micros[micros.size() * 99 / 100]};
}

inline Times measure(int rounds, const std::function<void(int)>& work) {
    std::vector<double> micros;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
    }
    return timesOf(std::move(micros));
}

/// write() and fdatasync() of `bytes` into a file that is as long already.
inline Times measureRawWrites(const QString& path, int rounds, qsizetype bytes) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const QByteArray record(bytes, 'r');
    const QByteArray whole(rounds * bytes, '\0');
    if (file < 0 ||
        ::write(file, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size() ||
        ::fsync(file) != 0 || ::lseek(file, 0, SEEK_SET) != 0)
        qFatal("can't prepare %s", qPrintable(path));
    const Times times = measure(rounds, [&](int) {
        if (::write(file, record.constData(), static_cast<std::size_t>(bytes)) != bytes ||
            ::fdatasync(file) != 0)
            qFatal("can't write %s", qPrintable(path));
    });
    ::close(file);
    return times;
}

} // namespace madoguchi::bench
