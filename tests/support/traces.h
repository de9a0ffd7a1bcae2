// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Looks for texts and bytes in files, in every way in which they may lie there: in several encodings, in
// hexadecimal with and without blanks, and in base64. Pure but for reading the files; any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace madoguchi {

class Traces {
public:
    void add(const QString& text);
    /// Bytes, found under `name`.
    void add(const QString& name, const QByteArray& bytes);

    /// Each text that lies in `content`, after `place`.
    QStringList foundIn(const QString& place, const QByteArray& content) const;
    /// In all files below a folder, their names and hidden ones included. Ends the test when one can't be
    /// read.
    QStringList foundBelow(const QString& folder) const;

    /// `text` in an encoding of ICU, such as "Shift_JIS".
    static QByteArray encoded(const QString& text, const char* encoding);
    /// The encodings that are looked for.
    static QList<const char*> encodings();

private:
    struct Trace {
        QString text;
        QByteArray bytes;
    };
    QList<Trace> m_traces;
};

} // namespace madoguchi
