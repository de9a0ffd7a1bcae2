// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The groups of a form as steps beside it: which one is shown, and where errors are. Main thread.
#pragma once

#include <QListWidget>

namespace madoguchi {

class GroupList final : public QListWidget {
    Q_OBJECT
public:
    explicit GroupList(const QStringList& titles, QWidget* parent = nullptr);
    /// Changes the selection without chosen().
    void setCurrent(int group);
    void setShown(int group, bool shown);
    bool isShown(int group) const;
    void setErrorCount(int group, int count);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Another group was selected by hand.
    void chosen(int group);
    /// Enter was pressed: on to the fields.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void writeText(int group, int errors);
    QStringList m_titles;
};

} // namespace madoguchi
