// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The strip over the practice station's window: the mark 練習用 and the pictures of the cards. At most one
// card is on each of the two readers. GUI thread.
#pragma once

#include "smartcard/simulator/simulatedstack.h"
#include "ui/practice/practicecardpicture.h"

#include <QFrame>
#include <QStringList>

#include <array>

namespace madoguchi {

class PracticeStrip final : public QFrame {
    Q_OBJECT
public:
    /// Alt+1, Alt+2 ... put the cards on the first reader and take them off, in the order of `cards`; with
    /// Shift the second reader is meant.
    PracticeStrip(std::shared_ptr<SimulatedStack> stack, const QStringList& readers,
                  const QList<PracticeCard>& cards, QWidget* parent = nullptr);

    enum Reader { First, Second };
    /// Puts the card with this id on the reader; whichever was there comes off.
    void insert(const QString& cardId, Reader reader = First);
    void takeOff(Reader reader = First);
    /// With large text in a small window the cards are drawn smaller: all are in sight, and the screens,
    /// which are what is practised, keep the room. Pixels.
    void fitWidth(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void press(PracticeCardPicture* picture, Reader reader);
    void remove(Reader reader);
    std::shared_ptr<SimulatedStack> m_stack;
    QStringList m_readers;
    QList<PracticeCardPicture*> m_pictures;
    std::array<PracticeCardPicture*, 2> m_onReader{};
};

} // namespace madoguchi
