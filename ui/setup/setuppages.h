// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The plain pages of the set-up: the authority, the names, and the end. GUI thread.
#pragma once

#include "app/setup/stationsetup.h"
#include "ui/setup/setuppage.h"

namespace madoguchi {

class ChoiceField;
class LineField;
class PlacePicker;

/// Who makes the operator cards.
class AuthorityPage final : public SetupPage {
    Q_OBJECT
public:
    explicit AuthorityPage(const StationFolder& station, QWidget* parent = nullptr);

    QString title() const override { return tr("Who makes the operator cards?"); }
    void takeKeyboard() override;
    bool check() override;
    CardAuthority authority() const;
    /// Of an outside authority.
    QString certificates() const;

private:
    ChoiceField* m_kind;
    PlacePicker* m_file;
};

class NamesPage final : public SetupPage {
    Q_OBJECT
public:
    explicit NamesPage(QWidget* parent = nullptr);

    QString title() const override { return tr("Names of the office and of this terminal"); }
    void takeKeyboard() override;
    bool check() override;
    QString office() const;
    QString terminal() const;

private:
    LineField* m_office;
    LineField* m_terminal;
    FieldRow* m_officeRow;
    FieldRow* m_terminalRow;
};

/// What was made, where, and what to do now.
class DonePage final : public SetupPage {
    Q_OBJECT
public:
    DonePage(const StationFolder& station, CardAuthority authority, const QString& medium,
             QWidget* parent = nullptr);

    QString title() const override { return tr("This terminal is set up"); }
    /// There is no field; the page scrolls with the keys for it.
    void takeKeyboard() override { setFocus(Qt::OtherFocusReason); }
};

} // namespace madoguchi
