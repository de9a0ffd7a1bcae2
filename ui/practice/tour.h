// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Plays a script of steps through the real widgets: each step acts, waits until the screen shows what it
// should, and may take a picture. A step that does not come true in time ends the tour as failed. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace madoguchi {

struct TourStep {
    QString name;                ///< for the picture's file and for messages, such as "wrong-pin"
    std::function<void()> act;   ///< may be empty
    std::function<bool()> until; ///< asked again and again; may be empty: at once
    bool picture = true;
};

class Tour final : public QObject {
    Q_OBJECT
public:
    /// Pictures of `window`, which must outlive the tour, go to `folder`.
    Tour(QWidget& window, const QString& folder, QObject* parent = nullptr);

    /// Before start().
    void add(TourStep step);
    /// The files of all the pictures to be, as they are named in the folder: 001-name.png, 002-name.png ...
    QStringList pictures() const;
    void start();
    /// A step says that it can't be done, and why: the tour ends there as failed.
    void fail(const QString& why);

Q_SIGNALS:
    /// `failure` is empty when every step came true and every picture is there, else it names the step.
    void finished(const QString& failure);

private:
    void begin();
    void look();
    void end(const QString& failure);
    bool photograph();

    QWidget& m_window;
    QString m_folder;
    QList<TourStep> m_steps;
    qsizetype m_next = 0;
    int m_pictures = 0;
    int m_looks = 0;
    QString m_why; ///< given to fail()
    QTimer m_timer;
};

} // namespace madoguchi
