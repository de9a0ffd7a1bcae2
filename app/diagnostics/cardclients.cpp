// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/cardclients.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// Nothing for a file that can't be read; its size is not known beforehand.
QByteArray contentOf(const QString& path, bool* readable = nullptr) {
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    if (readable)
        *readable = opened;
    return opened ? file.readAll() : QByteArray();
}

bool traces(const QByteArray& commandLine) {
    const QByteArrayList arguments = commandLine.split('\0');
    return std::any_of(arguments.begin() + 1, arguments.end(), [](const QByteArray& argument) {
        const bool isShort = argument.startsWith('-') && !argument.startsWith("--");
        return argument == "--apdu" || (isShort && argument.contains('a'));
    });
}

} // namespace

CardClients findCardClients(const QString& proc) {
    CardClients clients;
    const QString self = QString::number(QCoreApplication::applicationPid());
    for (const QString& process : QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = proc + u'/' + process + u'/';
        if (!process.front().isDigit() || process == self)
            continue;
        const QString name = QString::fromUtf8(contentOf(folder + u"comm"_s).trimmed());
        const QByteArray commandLine = contentOf(folder + u"cmdline"_s);
        if (name == u"pcscd"_s) {
            clients.tracesCommands = clients.tracesCommands || traces(commandLine);
            continue;
        }
        bool readable = false;
        const QByteArray maps = contentOf(folder + u"maps"_s, &readable);
        if (!readable) {
            clients.hasUnseen = clients.hasUnseen || !commandLine.isEmpty(); // kernel threads have none
        } else if (maps.contains("/libpcsclite.so")) {
            clients.programs.append(name);
        }
    }
    clients.programs.sort();
    clients.programs.removeDuplicates();
    return clients;
}

} // namespace madoguchi
