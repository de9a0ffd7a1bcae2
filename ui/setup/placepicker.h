// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A folder or file: one of those found on media that are plugged in, or typed. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;

namespace madoguchi {

class FieldRow;
class LineField;
class NumberedList;

class PlacePicker final : public QWidget {
    Q_OBJECT
public:
    struct Texts {
        QString label;
        QString hint;
        QString listName; ///< what the list holds
        QString noneFound;
    };
    /// `id`: object name of the field. `find` looks for what is there now.
    PlacePicker(const QString& id, const Texts& texts, std::function<QStringList()> find,
                QWidget* parent = nullptr);

    QString path() const;
    FieldRow* row() const { return m_row; }
    /// Looks again for what is plugged in.
    void refresh();
    void takeKeyboard();

Q_SIGNALS:
    /// By hand, typed or chosen.
    void pathChanged();

private:
    void choose(int row);

    std::function<QStringList()> m_find;
    LineField* m_path;
    FieldRow* m_row;
    QLabel* m_none;
    NumberedList* m_found;
    QStringList m_paths;
};

} // namespace madoguchi
