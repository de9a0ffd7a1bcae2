// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The page of the set-up for the office's root: where it lies, or is to lie, and its passphrase. GUI thread.
#pragma once

#include "app/base/secretbytes.h"
#include "app/station/stationfolder.h"
#include "ui/setup/setuppage.h"

namespace madoguchi {

class CheckField;
class Notice;
class PinRow;
class PlacePicker;

class RootPage final : public SetupPage {
    Q_OBJECT
public:
    enum class Task {
        Make, ///< for a new station; a root that is there already is used
        Open, ///< of the station that is there
    };
    RootPage(const StationFolder& station, Task task, QWidget* parent = nullptr);

    QString title() const override;
    void takeKeyboard() override;
    bool check() override;
    QString medium() const;
    /// After a check() that was all right; once.
    SecretBytes takePassphrase();
    void showWrongPassphrase(const QString& problem);

private:
    void showWhatIsThere();
    void checkPlace();
    void checkPassphrases();
    bool isNew() const;

    StationFolder m_station;
    Task m_task;
    PlacePicker* m_place;
    Notice* m_there;
    CheckField* m_sameDisk;
    FieldRow* m_sameDiskRow;
    PinRow* m_passphrase;
    PinRow* m_repeat;
    SecretBytes m_taken;
};

} // namespace madoguchi
