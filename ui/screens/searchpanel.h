// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The desk's search: its purpose first, which goes on record, then one field for whatever is known. It only
// asks; the desk searches. Main thread.
#pragma once

#include "app/drafts/draftstore.h"
#include "app/procedures/purpose.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QLabel;

namespace madoguchi {

class ActionButton;
class LineEdit;

class SearchPanel final : public QWidget {
    Q_OBJECT
public:
    /// `today` is what dates are read by.
    SearchPanel(const QList<Purpose>& purposes, QDate today, QWidget* parent = nullptr);

    void takeKeyboard();
    /// Forgets purpose and text: the next search has its own.
    void clear();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Both are there and the text can be searched for.
    void searchRequested(const QString& purpose, const QList<madoguchi::DraftQuery>& queries);
    /// Something was chosen or typed in the field with this objectName().
    void fieldChanged(const QString& field);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* column(const QString& label, QWidget* field);
    void search();
    void complain(QWidget* field, const QString& problem);

    QDate m_today;
    QComboBox* m_purpose;
    LineEdit* m_text;
    QLabel* m_problem;
};

} // namespace madoguchi
