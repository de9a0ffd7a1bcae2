// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Appends to a log until it is killed, and says each acknowledged sequence on
// standard output. For tst_auditkill. Arguments: the database and the
// checkpoint file.

#include "app/audit/auditwriter.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv) {
    using namespace madoguchi;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    Result<Database> database = Database::open(arguments.value(1), SecretBytes::copyOf(QByteArray(32, 'k')),
                                               Database::Access::ReadWrite);
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(toString(database.error())));
        return 1;
    }
    const auto writer = AuditWriter::open(*database, clock, u"M01"_s, arguments.value(2));
    if (!writer) {
        std::fprintf(stderr, "%s\n", qPrintable(toString(writer.error())));
        return 1;
    }
    for (int i = 0;; ++i) {
        AuditRecord record;
        record.action = u"draft.save"_s;
        record.target = u"draft:%1"_s.arg(i);
        const Result<quint64> sequence = (*writer)->append(std::move(record));
        if (!sequence || (i % 50 == 49 && !(*writer)->checkpoint()))
            return 1;
        std::printf("%llu\n", static_cast<unsigned long long>(*sequence));
        std::fflush(stdout);
    }
}
