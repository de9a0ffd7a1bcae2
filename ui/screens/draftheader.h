// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The line above a draft's form: whom it is about, whose visit it belongs to and whether it is saved. Where
// the window is small and the scale large it has one row, and its buttons are those of the function keys.
// Main thread.
#pragma once

#include "app/drafts/draft.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace madoguchi {

class ElidedLabel;
class IconLabel;

class DraftHeader final : public QWidget {
    Q_OBJECT
public:
    explicit DraftHeader(QWidget* parent = nullptr);

    /// `purpose`: its label; empty when it is not known.
    void setReception(const QString& number, const QString& purpose);
    /// The applicant; empty while no name is entered.
    void setPerson(const QString& name);
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
    void showReception();

    QHBoxLayout* m_row;
    ElidedLabel* m_person;
    ElidedLabel* m_reception;
    QString m_number;
    QString m_purpose;
    QWidget* m_buttons = nullptr;
    IconLabel* m_icon;
    QLabel* m_state;
};

} // namespace madoguchi
