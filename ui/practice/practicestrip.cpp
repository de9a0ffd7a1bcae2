// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicestrip.h"

#include "ui/theme.h"
#include "ui/widgets/practiceribbon.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QShortcut>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 4;

} // namespace

PracticeStrip::PracticeStrip(std::shared_ptr<SimulatedStack> stack, const QStringList& readers,
                             const QList<PracticeCard>& cards, QWidget* parent)
    : QFrame(parent), m_stack(std::move(stack)), m_readers(readers) {
    setObjectName(u"practiceStrip"_s);
    setStyleSheet(u"#practiceStrip { background: #fbf5e0; border-bottom: 2px solid #806300; }"_s);
    auto* row = new QWidget;
    auto* pictures = new QHBoxLayout(row);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(theme::px(theme::grid));
    for (const PracticeCard& card : cards) {
        auto* picture = new PracticeCardPicture(card, u"Alt+%1"_s.arg(m_pictures.size() + 1));
        connect(picture, &QAbstractButton::clicked, this, [this, picture] {
            press(picture, QGuiApplication::keyboardModifiers() & Qt::ShiftModifier ? Second : First);
        });
        auto* second = new QShortcut(QKeySequence(u"Alt+Shift+%1"_s.arg(m_pictures.size() + 1)), this);
        connect(second, &QShortcut::activated, this, [this, picture] { press(picture, Second); });
        pictures->addWidget(picture);
        m_pictures.append(picture);
    }
    pictures->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::px(Gap));
    layout->setSpacing(theme::px(Gap));
    layout->addWidget(new PracticeRibbon);
    layout->addWidget(row);
}

void PracticeStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitWidth(event->size().width());
}

void PracticeStrip::fitWidth(int width) {
    const auto count = std::max(1, static_cast<int>(m_pictures.size()));
    const int room = width - (count - 1) * theme::px(theme::grid);
    for (PracticeCardPicture* picture : std::as_const(m_pictures))
        picture->fitWidth(room / count);
}

void PracticeStrip::insert(const QString& cardId, Reader reader) {
    takeOff(reader);
    for (PracticeCardPicture* picture : std::as_const(m_pictures)) {
        if (picture->card().id == cardId)
            press(picture, reader);
    }
}

void PracticeStrip::takeOff(Reader reader) {
    if (m_onReader[reader])
        press(m_onReader[reader], reader);
}

void PracticeStrip::press(PracticeCardPicture* picture, Reader reader) {
    const bool off = m_onReader[reader] == picture;
    for (const Reader each : {First, Second}) {
        if (each == reader || m_onReader[each] == picture) // a card is in one place
            remove(each);
    }
    if (off)
        return;
    m_onReader[reader] = picture;
    m_stack->insert(m_readers.at(reader), picture->card().card);
    picture->setOnReader(reader == First ? tr("on the reader") : tr("on reader 2"));
}

void PracticeStrip::remove(Reader reader) {
    m_stack->remove(m_readers.at(reader));
    if (PracticeCardPicture* before = std::exchange(m_onReader[reader], nullptr))
        before->setOnReader({});
}

} // namespace madoguchi
