// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The picture of one practice card. Pressing it puts the card on the reader or takes it off. It never takes
// the focus, because a card does not either. GUI thread.
#pragma once

#include "ui/practice/practicestation.h"
#include "ui/theme.h"

#include <QAbstractButton>

namespace madoguchi {

class PracticeCardPicture final : public QAbstractButton {
    Q_OBJECT
public:
    PracticeCardPicture(const PracticeCard& card, const QString& shortcut, QWidget* parent = nullptr);

    const PracticeCard& card() const { return m_card; }
    /// `reader`: what is written on the picture, translated; empty: the card is on none.
    void setOnReader(const QString& reader);
    /// No wider than this, and smaller in proportion. Pixels.
    void fitWidth(int width);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString title() const; ///< what is printed above the name: the role
    QString pinText() const;
    double shrinking() const; ///< 1 at its full size
    QFont shrunk(theme::TextRole role) const;
    PracticeCard m_card;
    QString m_shortcut;
    int m_width; ///< pixels
    QString m_onReader;
};

} // namespace madoguchi
