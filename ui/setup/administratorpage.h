// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The page of the set-up for a card administrator and the card that is to be hers. GUI thread.
#pragma once

#include "app/base/secretbytes.h"
#include "app/setup/stationsetup.h"
#include "ui/setup/setuppage.h"

namespace madoguchi {

class KanaEdit;
class LineField;
class NameEdit;
class Notice;
class PinRow;

class AdministratorPage final : public SetupPage {
    Q_OBJECT
public:
    enum class Which { First, Second };
    AdministratorPage(StationSetup& setup, CardAuthority authority, Which which, QWidget* parent = nullptr);

    QString title() const override;
    void takeKeyboard() override;
    bool check() override;
    void setBusy(bool busy) override;
    Operator person() const;
    /// After a check() that was all right; once.
    SecretBytes takePin();
    void showPinProblem(const QString& problem);
    /// The number that was entered is another's, or hers who has a card.
    void takeKeyboardForNumber();
    /// Which card would be used now.
    void showCards();
    /// Wipes what was typed of a PIN.
    void forgetPins();

private:
    QString purpose() const;
    QString askForCard() const;
    StationSetup& m_setup;
    CardAuthority m_authority;
    Which m_which;
    Notice* m_card;
    LineField* m_number;
    NameEdit* m_name;
    KanaEdit* m_kana;
    FieldRow* m_numberRow;
    FieldRow* m_nameRow;
    FieldRow* m_kanaRow;
    PinRow* m_pin;
    PinRow* m_repeat;
    SecretBytes m_taken;
};

} // namespace madoguchi
