// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is seen while nobody is logged in: one page for each LoginState. It shows views and reports what the
// person does; LoginController decides and records. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/secretbytes.h"
#include "app/login/loginview.h"
#include "ui/place.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace madoguchi {

class ActionButton;
class Notice;
class PinPage;
class WaitingPage;

class LoginScreen final : public QWidget {
    Q_OBJECT
public:
    /// `clock` must outlive the screen.
    LoginScreen(const Place& place, const Clock& clock, QWidget* parent = nullptr);

    void showView(const LoginView& view);
    /// Programs that use cards, named while another one has the card.
    void setOtherPrograms(const QStringList& programs);
    /// After pinEntered(): what was typed, once; the field is empty afterwards.
    SecretBytes takePin();
    const LoginView& view() const { return m_view; }
    /// What a session that ends could not save, in labels. Said only if the program halts: otherwise it is
    /// told to its owner at the next login.
    void tellLoss(const QStringList& lost) { m_lost = lost; }
    /// Beside the keyboard: digits on the screen in changing order.
    void setKeypadShown(bool shown);
    /// While a card is waited for, or one was refused: F8, which is shown.
    bool offersDiagnosis() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void pinEntered();
    void lastTryConfirmed();
    void cancelled();
    void diagnosisRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTop(const Place& place);
    QWidget* makeMessagePage();
    QWidget* makeLastTryPage();
    QWidget* framed(QWidget* content);
    QWidget* pageOf(LoginState state) const;
    bool canCancel() const;
    void takeKeyboard();
    void showFocused();
    void tick();

    const Clock& m_clock;
    LoginView m_view;
    QStringList m_programs;
    QStringList m_lost;
    QTimer m_timer;
    QStackedLayout* m_pages;
    QLabel* m_now;
    WaitingPage* m_waiting;
    PinPage* m_pin;
    QWidget* m_pinFrame;
    QWidget* m_messagePage;
    Notice* m_message;
    QLabel* m_countdown;
    ActionButton* m_cancel;
    QWidget* m_lastTryPage;
    ActionButton* m_lastTryCancel;
    ActionButton* m_diagnosis;
};

} // namespace madoguchi
