// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Stands in for libFuzzer where it is not: feeds each file of the folders named as arguments to the target,
// whole, cut at many places and with single bytes changed. Says how often the target ran.

#include <QByteArray>
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr qsizetype Places = 60; // in each file, spread over it
int runs = 0;

void feed(const QByteArray& bytes) {
    // A copy of exactly that size, so that a sanitizer sees a read past its end.
    const std::unique_ptr<std::uint8_t[]> copy(new std::uint8_t[static_cast<std::size_t>(bytes.size())]);
    std::copy(bytes.begin(), bytes.end(), copy.get());
    LLVMFuzzerTestOneInput(copy.get(), static_cast<std::size_t>(bytes.size()));
    ++runs;
}

void replay(const QByteArray& bytes) {
    feed(bytes);
    const qsizetype step = qMax<qsizetype>(1, bytes.size() / Places);
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        feed(bytes.first(at));
        for (const int change : {0x01, 0x80, 0xFF}) {
            QByteArray changed = bytes;
            changed[at] = static_cast<char>(static_cast<std::uint8_t>(changed[at]) ^ change);
            feed(changed);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    feed({});
    for (int i = 1; i < argc; ++i) {
        QDirIterator files(QString::fromLocal8Bit(argv[i]), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s can't be read\n", qPrintable(file.fileName()));
                return 1;
            }
            replay(file.readAll());
        }
    }
    std::printf("%d runs\n", runs);
    return runs > argc ? 0 : 1; // an empty corpus shows nothing
}
