// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The line above a draft's form: whose visit it belongs to and whether it is saved. Main thread.
#pragma once

#include "app/drafts/draft.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace madoguchi {

class IconLabel;

class DraftHeader final : public QWidget {
    Q_OBJECT
public:
    explicit DraftHeader(QWidget* parent = nullptr);

    /// `purpose`: its label; empty when it is not known.
    void setReception(const QString& number, const QString& purpose);
    void showSaved(const QDateTime& at);
    /// The answer to saving by hand when everything was saved before, at that time.
    void showUnchanged(const QDateTime& at);
    void showSaving();
    void showNotSaved();
    /// What is said about saving now, translated.
    QString state() const;

Q_SIGNALS:
    void handOverRequested();
    void deleteRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeState();
    QWidget* makeButtons();
    QBoxLayout* m_row;
    QLabel* m_reception;
    IconLabel* m_icon;
    QLabel* m_state;
};

} // namespace madoguchi
