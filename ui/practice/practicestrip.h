// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The strip over the practice station's window: the mark 練習用 and the pictures of the cards. At most one
// card is on the reader. GUI thread.
#pragma once

#include "smartcard/simulator/simulatedstack.h"
#include "ui/practice/practicecardpicture.h"

#include <QFrame>

namespace madoguchi {

class PracticeStrip final : public QFrame {
    Q_OBJECT
public:
    /// Alt+1, Alt+2 ... put the cards on the reader and take them off, in the order of `cards`.
    PracticeStrip(std::shared_ptr<SimulatedStack> stack, const QString& reader,
                  const QList<PracticeCard>& cards, QWidget* parent = nullptr);

    /// Puts the card with this id on the reader; whichever was there comes off.
    void insert(const QString& cardId);
    void takeOff();
    /// With large text in a small window the cards are drawn smaller: all are in sight, and the screens,
    /// which are what is practised, keep the room. Pixels.
    void fitWidth(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void press(PracticeCardPicture* picture);
    std::shared_ptr<SimulatedStack> m_stack;
    QString m_reader;
    QList<PracticeCardPicture*> m_pictures;
    PracticeCardPicture* m_onReader = nullptr;
};

} // namespace madoguchi
