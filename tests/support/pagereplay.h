// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An attacker without any key, who kept older copies of a database file and puts single pages of them back.
// SQLCipher accepts them: its sum covers a page and its number, not its time. Any thread.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

namespace madoguchi {

class PageReplay {
public:
    static constexpr qsizetype PageBytes = 4096;

    /// The files of a database that was closed, of two moments.
    PageReplay(QByteArray older, QByteArray newer) : m_older(std::move(older)), m_newer(std::move(newer)) {}

    static QByteArray read(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("can't read %s", qPrintable(path));
        return file.readAll();
    }
    static void write(const QString& path, const QByteArray& content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(path));
    }

    /// Pages that both have and that differ, from 0.
    QList<qsizetype> changed() const {
        QList<qsizetype> pages;
        for (qsizetype page = 0; (page + 1) * PageBytes <= std::min(m_older.size(), m_newer.size()); ++page) {
            if (at(m_older, page) != at(m_newer, page))
                pages.append(page);
        }
        return pages;
    }
    /// The newer file with these pages of the older one.
    QByteArray with(const QList<qsizetype>& pages) const {
        QByteArray mixed = m_newer;
        for (const qsizetype page : pages)
            mixed.replace(page * PageBytes, PageBytes, at(m_older, page));
        return mixed;
    }

private:
    static QByteArray at(const QByteArray& file, qsizetype page) {
        return file.mid(page * PageBytes, PageBytes);
    }
    QByteArray m_older;
    QByteArray m_newer;
};

} // namespace madoguchi
