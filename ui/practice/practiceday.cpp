// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceday.h"

#include "ui/mainwindow.h"

namespace madoguchi {

PracticeDay::PracticeDay(const PracticePlace& place, const QString& pictures)
    : m_tour(place.window, pictures)
    , m_counter(place, m_tour)
    , m_office(place, m_tour)
    , m_cards(place, m_tour)
    , m_issuing(place, m_tour) {
    connect(&m_tour, &Tour::finished, this, &PracticeDay::finished);
    m_counter.logInAtLast();
    m_counter.openReception();
    m_counter.writeDraft();
    m_counter.lookAtApplicantsCard();
    m_counter.loseCardAndComeBack();
    m_counter.finishDraft();
    m_counter.findAndHandOver();
    m_office.lockCard();
    m_office.unlockCard();
    m_office.closeAndOpenTerminal();
    m_cards.suspendAndResume();
    m_cards.suspendCardAndResume();
    m_issuing.issueCard();
    m_issuing.blockIssuedCard();
    m_issuing.unblockIssuedCard();
    m_cards.reportLostCard();
    m_cards.lookAtCards();
    m_cards.findAndDestroyLostCard();
    m_cards.changeRole();
    m_cards.takeBackAndLend();
    m_issuing.issueDayCard();
    m_office.readTheLog();
    m_office.lookAtStation();
}

} // namespace madoguchi
