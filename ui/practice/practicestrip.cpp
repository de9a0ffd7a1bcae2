// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicestrip.h"

#include "ui/theme.h"
#include "ui/widgets/practiceribbon.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// With large text the cards are wider than the window: they scroll sideways then.
QWidget* scrolling(QWidget* row) {
    auto* area = new QScrollArea;
    area->setWidget(row);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    row->setAutoFillBackground(false);
    area->setFixedHeight(row->sizeHint().height());
    return area;
}

} // namespace

PracticeStrip::PracticeStrip(std::shared_ptr<SimulatedStack> stack, const QString& reader,
                             const QList<PracticeCard>& cards, QWidget* parent)
    : QFrame(parent), m_stack(std::move(stack)), m_reader(reader) {
    setObjectName(u"practiceStrip"_s);
    setStyleSheet(u"#practiceStrip { background: #fbf5e0; border-bottom: 2px solid #806300; }"_s);
    auto* row = new QWidget;
    auto* pictures = new QHBoxLayout(row);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(theme::px(theme::grid));
    for (const PracticeCard& card : cards) {
        auto* picture = new PracticeCardPicture(card, u"Alt+%1"_s.arg(m_pictures.size() + 1));
        connect(picture, &QAbstractButton::clicked, this, [this, picture] { press(picture); });
        pictures->addWidget(picture);
        m_pictures.append(picture);
    }
    pictures->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::px(theme::grid));
    layout->setSpacing(theme::px(theme::grid));
    layout->addWidget(new PracticeRibbon);
    layout->addWidget(scrolling(row));
}

void PracticeStrip::insert(const QString& cardId) {
    takeOff();
    for (PracticeCardPicture* picture : std::as_const(m_pictures)) {
        if (picture->card().id == cardId)
            press(picture);
    }
}

void PracticeStrip::takeOff() {
    if (m_onReader)
        press(m_onReader);
}

void PracticeStrip::press(PracticeCardPicture* picture) {
    PracticeCardPicture* before = std::exchange(m_onReader, m_onReader == picture ? nullptr : picture);
    m_stack->remove(m_reader);
    if (before)
        before->setOnReader(false);
    if (m_onReader) {
        m_stack->insert(m_reader, m_onReader->card().card);
        m_onReader->setOnReader(true);
    }
}

} // namespace madoguchi
