// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 暗証番号の変更: the holder changes the PIN of the card she is logged in with. GUI thread.
#pragma once

#include "app/base/error.h"
#include "smartcard/piv/pivpin.h"
#include "ui/screens/screen.h"

class QLabel;
class QVBoxLayout;

namespace madoguchi {

class ActionButton;
class Notice;
class PinRow;
class ShuffledKeypad;
struct StationPolicy;

class PinScreen final : public Screen {
    Q_OBJECT
public:
    explicit PinScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("pin"); }
    QString title() const override { return tr("Change PIN"); }
    /// Errors: PolicyUnreadable.
    Result<> load() override;

private:
    void lay();
    void join();
    void showRules(const StationPolicy& policy);
    Result<> showWay();
    void showEntry();
    void submit();
    Result<> start();
    void showNotEntered(PadProblem problem);
    void showUnsettled(const QString& card);
    void showPadAnswer();
    void showProblem(const Error& error);
    void showWrong(int triesLeft);
    void showBusy(bool busy);
    void clearProblems();

    Notice* m_due;
    QLabel* m_rules;
    PinRow* m_present;
    PinRow* m_next;
    PinRow* m_again;
    ShuffledKeypad* m_keypad;
    QLabel* m_padHint;
    Notice* m_padAnswer;
    ActionButton* m_change;
    QLabel* m_busy;
    bool m_onPad = false;       ///< the PINs are entered on the keys of the reader
    bool m_isUnsettled = false; ///< the last change: what follows about the card says too much
};

} // namespace madoguchi
