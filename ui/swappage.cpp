// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/swappage.h"

#include "ui/pagearea.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/notice.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace madoguchi {
namespace {

/// A reader of screens says it then; every second would be too much to listen to.
bool isTold(std::chrono::seconds left) {
    constexpr int LastSeconds = 5;
    return left.count() % 10 == 0 || left.count() <= LastSeconds;
}

} // namespace

SwapPage::SwapPage(QWidget* parent)
    : QWidget(parent)
    , m_time(pageparts::text({}, theme::TextRole::Large))
    , m_reader(new Notice(NoticeKind::Info, {}))
    , m_cancel(new ActionButton(ActionId::CardSwapEnd, tr("Go on without a change (Esc)")))
    , m_lock(new ActionButton(ActionId::SessionLock)) {
    setAccessibleName(tr("Applicant's card"));
    m_time->setObjectName(QStringLiteral("secondsLeft"));
    m_reader->setObjectName(QStringLiteral("inReader"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(new PageArea(makeContent()));
    connect(m_cancel, &ActionButton::clicked, this, &SwapPage::cancelled);
    connect(m_lock, &ActionButton::clicked, this, &SwapPage::lockRequested);
}

QWidget* SwapPage::makeContent() {
    auto* content = new QWidget;
    QVBoxLayout* column = pageparts::column(content);
    auto* title = pageparts::text(tr("Applicant's card"), theme::TextRole::Title);
    QBoxLayout* head = pageparts::row();
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_time);
    for (QLabel* label : {title, m_time})
        label->setWordWrap(false);
    column->addLayout(head);
    column->addWidget(m_reader); // over the steps: in sight at every scale
    const QStringList steps{
        tr("1. Take your own card out of the reader."), tr("2. Put in the applicant's card."),
        tr("3. Wait until it says above what it is."), tr("4. Take the applicant's card out."),
        tr("5. Put your own card in again. The PIN is not needed.")};
    for (const QString& step : steps) {
        m_steps += pageparts::text(step);
        column->addWidget(m_steps.constLast());
    }
    QBoxLayout* buttons = pageparts::row();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_lock);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(pageparts::text(tr("Your draft is saved. If your own card is not back in time, the "
                                         "session is locked, as when the card is pulled."),
                                      theme::TextRole::Supporting));
    column->addStretch();
    return content;
}

void SwapPage::begin() {
    m_hadOther = false;
    m_view = {};
    setFocus(Qt::OtherFocusReason);
}

void SwapPage::showView(const SwapView& view) {
    const SwapView before = std::exchange(m_view, view);
    if (before.left != view.left)
        showTime();
    if (before.reader != view.reader || before.left.count() == 0) {
        m_hadOther = m_hadOther || view.reader == SwapReader::PivCard ||
                     view.reader == SwapReader::OtherCard || view.reader == SwapReader::Unreadable;
        showStep();
        showReader();
    }
}

void SwapPage::showTime() {
    const QString left = tr("%n second(s) left", nullptr, static_cast<int>(m_view.left.count()));
    m_time->setText(left);
    m_time->setAccessibleName(left);
    if (isTold(m_view.left))
        announce(*m_time);
}

SwapPage::Step SwapPage::stepNow() const {
    switch (m_view.reader) {
    case SwapReader::OwnCard:
        return TakeOwnOut;
    case SwapReader::Empty:
        return m_hadOther ? PutOwnIn : PutIn;
    case SwapReader::Reading:
        return Wait;
    case SwapReader::PivCard:
    case SwapReader::OtherCard:
    case SwapReader::Unreadable:
        return TakeOut;
    }
    Q_UNREACHABLE();
}

void SwapPage::showStep() {
    for (int step = 0; step < Steps; ++step) {
        const bool now = step == stepNow();
        m_steps.at(step)->setFont(theme::font(now ? theme::TextRole::Heading : theme::TextRole::Body));
        m_steps.at(step)->setAccessibleDescription(now ? tr("To be done now.") : QString());
    }
    const bool canCancel = m_view.reader == SwapReader::OwnCard;
    if (!canCancel && m_cancel->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_cancel->setVisible(canCancel);
}

void SwapPage::showReader() {
    switch (m_view.reader) {
    case SwapReader::OwnCard:
        m_reader->say(NoticeKind::Info, tr("Your own card is in the reader."));
        break;
    case SwapReader::Empty:
        m_reader->say(NoticeKind::Info, tr("The reader is empty."));
        break;
    case SwapReader::Reading:
        m_reader->say(NoticeKind::Info, tr("A card is being read."), tr("Leave it in the reader."));
        break;
    case SwapReader::PivCard:
        m_reader->say(NoticeKind::Success, tr("A card with certificates (PIV), not of an operator here."));
        break;
    case SwapReader::OtherCard:
        m_reader->say(NoticeKind::Success, tr("A card of another kind (not PIV)."));
        break;
    case SwapReader::Unreadable:
        m_reader->say(NoticeKind::Warning, tr("This card does not answer as a card should."),
                      tr("Take it out, turn it the right way and put it in again."));
        break;
    }
    m_reader->setAccessibleName(m_reader->title());
    announce(*m_reader);
}

void SwapPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !event->isAutoRepeat() && m_view.reader == SwapReader::OwnCard) {
        Q_EMIT cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace madoguchi
