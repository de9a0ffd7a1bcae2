// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice program without its command line: the practice station and its window, or the word why it
// can't start. All that it shows is marked 練習用. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "ui/practice/practicestation.h"

#include <memory>
#include <optional>

class QWidget;

namespace madoguchi {

class MainWindow;
class PracticeDay;
class PracticeStrip;
class Workstation;

class PracticeProgram {
public:
    /// `folder`: see PracticeStation::openOrMake().
    explicit PracticeProgram(const QString& folder);
    ~PracticeProgram();
    Q_DISABLE_COPY_MOVE(PracticeProgram)

    bool hasStarted() const { return m_refusal == nullptr; }
    /// The one that people see, shown or not.
    QWidget& window() const;
    /// As large as it is usual.
    void show();
    /// With the smallest window, whatever screen it is on, for pictures that are alike. It must have started,
    /// and must outlive the day.
    std::unique_ptr<PracticeDay> showDay(const QString& pictures);

private:
    SystemClock m_clock;
    std::optional<PracticeStation> m_practice;
    std::unique_ptr<Workstation> m_station;
    std::unique_ptr<MainWindow> m_window;
    PracticeStrip* m_strip = nullptr;
    std::unique_ptr<QWidget> m_refusal;
};

} // namespace madoguchi
