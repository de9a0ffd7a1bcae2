// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The errors of a form, on top of it, with a jump to each. Invisible while there are none. Main thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace madoguchi {

class Notice;

class ErrorSummary final : public QWidget {
    Q_OBJECT
public:
    /// More are counted, not listed: the form below must stay in sight, and F8 goes through all.
    static constexpr qsizetype listed = 3;

    struct Entry {
        QString fieldId;
        QString text; ///< "label: what is wrong", translated
    };

    explicit ErrorSummary(QWidget* parent = nullptr);
    void setEntries(const QList<Entry>& entries);
    /// Without the jumps, where they would leave no room for the form; F8 does the same.
    void setCompact(bool compact);

Q_SIGNALS:
    void jumpRequested(const QString& fieldId);

private:
    Notice* m_notice;
    QWidget* m_jumps = nullptr;
    bool m_compact = false;
};

} // namespace madoguchi
