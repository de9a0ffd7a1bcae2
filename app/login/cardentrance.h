// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which of the cards that are in the readers may be a login. Those in the applicants' reader never are: they
// are looked at, without a PIN or a try, only so that an operator who took the wrong reader can be told. Main
// thread.
#pragma once

#include "app/login/cardrecognition.h"
#include "app/login/presentcards.h"
#include "app/login/readergate.h"

#include <QObject>

namespace madoguchi {

class CardEntrance : public QObject {
    Q_OBJECT
public:
    /// `gate` must outlive the entrance.
    CardEntrance(const LoginParts& parts, const ReaderGate& gate, QObject* parent = nullptr);

    void insert(CardId card) { m_present.insert(card); }
    void remove(CardId card) { m_present.remove(card); }
    void sendAway(CardId card) { m_present.sendAway(card); }
    /// Whether it may be a login. One in the applicants' reader is looked at and sent away.
    bool takes(CardId card);
    /// The oldest that may be a login and was not sent away; 0 for none.
    CardId next();

Q_SIGNALS:
    /// An operator's card is in the applicants' reader. Never before takes() or next() return.
    void misplaced(madoguchi::CardId card, const madoguchi::RecognisedCard& recognised);

private:
    void look(CardId card);

    const ReaderGate& m_gate;
    CardRecognition m_recognition;
    PresentCards m_present;
};

} // namespace madoguchi
