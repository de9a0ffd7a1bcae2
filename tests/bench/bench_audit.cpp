// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints how fast the log is, as ratios to what the machine can do in the same
// run and folder: a durable append against a raw write and fdatasync into a
// file that is as long already, and verifying against hashing a chain in
// memory. Argument: the folder to work in (default: a temporary one). Fails on
// no time.

#include "app/audit/auditverifier.h"
#include "app/audit/auditwriter.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Appends = 3000;
constexpr int Warmup = 600; // the first round of the write-ahead log, which still grows
constexpr int Verified = 50000;
constexpr qsizetype RecordBytes = 263;

struct Times {
    double p50;
    double p99;
};

Times measure(const std::function<void()>& work) {
    std::vector<double> micros;
    for (int i = 0; i < Appends; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
    }
    std::sort(micros.begin(), micros.end());
    return {micros[Appends / 2], micros[Appends * 99 / 100]};
}

Times measureRaw(const QString& path) {
    const int file = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const QByteArray record(RecordBytes, 'r');
    const QByteArray whole(Appends * RecordBytes, '\0');
    if (file < 0 ||
        ::write(file, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size() ||
        ::fsync(file) != 0 || ::lseek(file, 0, SEEK_SET) != 0)
        qFatal("can't prepare %s", qPrintable(path));
    const Times times = measure([&] {
        if (::write(file, record.constData(), RecordBytes) != RecordBytes || ::fdatasync(file) != 0)
            qFatal("can't write %s", qPrintable(path));
    });
    ::close(file);
    return times;
}

AuditRecord sample() {
    static int number = 0;
    ++number;
    AuditRecord record;
    record.session = u"0123456789abcdef0123456789abcdef"_s;
    record.operatorId = u"op%1"_s.arg(number % 5);
    record.card = u"card-0123456789abcdef"_s;
    record.action = u"draft.save"_s;
    record.phase = AuditPhase::Attempt;
    record.target = u"draft:%1"_s.arg(number * 7919 % 3001, 32, 10, QChar(u'0'));
    record.details = {{u"fields"_s, u"12"_s}, {u"reception"_s, u"2026-000123"_s}};
    return record;
}

template <class T>
T require(Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(toString(result.error())));
    return *std::move(result);
}

double hashChainRate() {
    Sha256 hash;
    Sha256Digest head = {};
    const QByteArray record(RecordBytes, 'r');
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Verified; ++i) {
        hash.begin();
        hash.add(viewOf(head));
        hash.add(record);
        head = hash.finish();
    }
    return Verified / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

// Filled in large transactions: how fast it fills is not the question here.
void fillForVerifying(Database& database, const QString& checkpointFile, const Clock& clock) {
    if (const Result<> eased = database.execute("PRAGMA synchronous = OFF"); !eased)
        qFatal("%s", qPrintable(toString(eased.error())));
    const auto writer = require(AuditWriter::open(database, clock, u"BENCH"_s, checkpointFile));
    for (int i = 0; i < Verified; ++i)
        require(writer->append(sample()));
    if (!writer->stop())
        qFatal("the log did not stop");
}

void benchAppend(const QString& folder, const SecretBytes& key, const Clock& clock) {
    const Times raw = measureRaw(folder + u"/raw"_s);
    Database database = require(Database::open(folder + u"/append.db"_s, key, Database::Access::ReadWrite));
    const auto writer =
        require(AuditWriter::open(database, clock, u"BENCH"_s, folder + u"/append.checkpoint"_s));
    for (int i = 0; i < Warmup; ++i)
        require(writer->append(sample()));
    const Times log = measure([&] { require(writer->append(sample())); });
    const Times rawAgain = measureRaw(folder + u"/raw"_s);
    const double p50 = std::min(raw.p50, rawAgain.p50);
    const double p99 = std::min(raw.p99, rawAgain.p99);
    std::printf("durable append: p50 %.0f us, p99 %.0f us; raw write+fdatasync: "
                "p50 %.0f us, p99 %.0f us; "
                "ratio p50 %.2f, p99 %.2f (aim 2.5)\n",
                log.p50, log.p99, p50, p99, log.p50 / p50, log.p99 / p99);
}

void benchVerify(const QString& folder, const SecretBytes& key, const Clock& clock) {
    const QString checkpointFile = folder + u"/verify.checkpoint"_s;
    Database database = require(Database::open(folder + u"/verify.db"_s, key, Database::Access::ReadWrite));
    fillForVerifying(database, checkpointFile, clock);
    QElapsedTimer timer;
    timer.start();
    AuditVerifyOptions options;
    options.checkpointFile = checkpointFile;
    const AuditVerification answer = require(verifyAuditAsAdministrator(database, options));
    const double rate =
        static_cast<double>(answer.records) / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    const double chain = hashChainRate();
    std::printf("verify: %s, %.0f records/s; SHA-256 chain in memory: %.0f "
                "records/s; ratio %.3f\n",
                answer.verdict == AuditVerification::Verdict::Intact ? "intact" : "WRONG", rate, chain,
                rate / chain);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    using namespace madoguchi;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QTemporaryDir temporary;
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : temporary.path();
    const SecretBytes key(32);
    const SystemClock clock;
    benchAppend(folder, key, clock);
    benchVerify(folder, key, clock);
    return 0;
}
