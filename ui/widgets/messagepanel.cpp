// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagepanel.h"

#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

namespace {

constexpr int cardWidth = 640;
constexpr int RoomyFrom = 480; ///< height of the window; in a lower one the card has less around its parts

/// The card: white, rounded, over a darkened page.
class Card final : public QFrame {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(theme::colour::text), 1));
        painter.setBrush(QColor(theme::colour::paper));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::px(12), theme::px(12));
    }
};

} // namespace

MessagePanel::MessagePanel(QWidget* over) : QWidget(over) {
    setFocusPolicy(Qt::StrongFocus);
    auto* row = new QVBoxLayout(this);
    row->setAlignment(Qt::AlignCenter);
    over->installEventFilter(this);
    hide();
}

void MessagePanel::ask(Message message) {
    if (!isOpen())
        m_before = QApplication::focusWidget();
    m_message = std::move(message);
    if (m_card != nullptr) {
        m_card->hide();
        m_card->deleteLater(); // one of its buttons may have brought us here
    }
    m_card = makeCard();
    static_cast<QVBoxLayout*>(layout())->addWidget(m_card, 0, Qt::AlignCenter); // no higher than it needs
    fitCard();
    setAccessibleName(m_message.title);
    setAccessibleDescription(m_message.text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    takeKeyboard();
    announce(*this);
}

void MessagePanel::takeKeyboard() {
    if (!isVisible())
        return;
    const qsizetype safe = safeChoice();
    if (m_message.content != nullptr) {
        m_ring.constFirst()->setFocus(Qt::PopupFocusReason);
    } else if (safe >= 0) {
        m_buttons.at(safe)->setFocus(Qt::PopupFocusReason);
    } else {
        setFocus(Qt::PopupFocusReason);
    }
}

void MessagePanel::dismiss() {
    if (!isOpen())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    m_before.clear();
}

MessagePanel* MessagePanel::openIn(const QWidget* window) {
    const QList<MessagePanel*> panels = window->findChildren<MessagePanel*>();
    const auto top = std::find_if(panels.crbegin(), panels.crend(),
                                  [](const MessagePanel* panel) { return panel->isVisible(); });
    return top == panels.crend() ? nullptr : *top;
}

void MessagePanel::giveKeyboard(QWidget& target) {
    MessagePanel* open = openIn(target.window());
    if (open != nullptr && open != &target && !open->isAncestorOf(&target)) {
        open->m_before = &target;
    } else {
        target.setFocus(Qt::OtherFocusReason);
    }
}

bool MessagePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (watched == parentWidget() && event->type() == QEvent::Resize && m_text != nullptr)
        fitCard();
    return QWidget::eventFilter(watched, event);
}

void MessagePanel::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (safeChoice() >= 0)
            choose(safeChoice());
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        focusNextPrevChild(false);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Return: // from the content; a button takes its own Enter
    case Qt::Key_Enter:
        focusNextPrevChild(true);
        break;
    case Qt::Key_PageUp:
        scroll(-1);
        break;
    case Qt::Key_PageDown:
        scroll(1);
        break;
    default:
        break;
    }
    event->accept(); // nothing typed here reaches the page below
}

void MessagePanel::mousePressEvent(QMouseEvent* event) {
    event->accept();
}

void MessagePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 150));
}

bool MessagePanel::focusNextPrevChild(bool next) {
    if (m_ring.isEmpty())
        return true;
    const qsizetype count = m_ring.size();
    const qsizetype now = placeInRing();
    const qsizetype target = now < 0 ? 0 : (now + (next ? 1 : count - 1)) % count;
    m_ring.at(target)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

// Of several controls in the content, such as radio buttons, the ring has the first.
qsizetype MessagePanel::placeInRing() const {
    const QWidget* focused = QApplication::focusWidget();
    const bool inContent = m_message.content != nullptr && m_message.content->isAncestorOf(focused);
    return inContent ? 0 : m_ring.indexOf(focused);
}

QFrame* MessagePanel::makeCard() {
    auto* card = new Card;
    card->setFixedWidth(std::min(theme::px(cardWidth), parentWidget()->width() - theme::px(32)));
    auto* column = new QVBoxLayout(card);
    const bool low = parentWidget()->height() < theme::px(RoomyFrom);
    const int around = theme::px(low ? 12 : 24);
    column->setContentsMargins(theme::px(24), around, theme::px(24), around);
    column->setSpacing(theme::px(low ? 10 : 20));
    const QMargins margins = column->contentsMargins();
    column->addWidget(makeText(card->width() - margins.left() - margins.right()));
    m_ring.clear();
    if (QWidget* content = m_message.content) {
        column->addWidget(content);
        m_ring.append(content->focusProxy() == nullptr ? content : content->focusProxy());
    }
    column->addWidget(makeButtons());
    for (ActionButton* button : std::as_const(m_buttons))
        m_ring.append(button);
    return card;
}

QWidget* MessagePanel::makeText(int width) {
    auto* notice = new Notice(m_message.kind, m_message.title, m_message.text);
    // Its hint knows nothing of lines that wrap at this width; narrower by the scroll bar that may be there.
    const int narrow = width - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_textHeight = std::max(notice->heightForWidth(width), notice->heightForWidth(narrow));
    notice->setMinimumHeight(m_textHeight);
    m_text = new QScrollArea;
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_text->setWidgetResizable(true);
    m_text->setWidget(notice);
    m_text->viewport()->setAutoFillBackground(false);
    return m_text;
}

/// The buttons stay in sight: the text has what height they leave.
void MessagePanel::fitCard() {
    constexpr int LowestText = 56; // its title; the rest is scrolled
    constexpr int Around = 16;
    m_text->setFixedHeight(m_textHeight);
    m_card->layout()->activate();
    // Its hint knows nothing of a hint in the content that wraps.
    const QLayout* parts = m_card->layout();
    const int needed = parts->hasHeightForWidth() ? parts->totalHeightForWidth(m_card->width())
                                                  : m_card->sizeHint().height();
    const int over = needed - (parentWidget()->height() - 2 * theme::px(Around));
    if (over > 0)
        m_text->setFixedHeight(std::max(theme::px(LowestText), m_textHeight - over));
}

void MessagePanel::scroll(int pages) {
    QScrollBar* bar = m_text->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

QWidget* MessagePanel::makeButtons() {
    m_buttons.clear();
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    const int ring = theme::px(theme::focusRingWidth);
    row->setContentsMargins(ring, ring, ring, ring);
    row->addStretch();
    for (qsizetype i = 0; i < m_message.choices.size(); ++i) {
        const MessageChoice& choice = m_message.choices.at(i);
        auto* button = new ActionButton(choice.action, choice.text, choice.kind);
        connect(button, &ActionButton::clicked, this, [this, i] { choose(i); });
        row->addWidget(button);
        m_buttons.append(button);
    }
    return bar;
}

void MessagePanel::choose(qsizetype index) {
    const auto chosen = m_message.choices.at(index).chosen;
    if (m_message.closing)
        m_message.closing();
    dismiss();
    if (chosen)
        chosen();
}

qsizetype MessagePanel::safeChoice() const {
    for (qsizetype i = 0; i < m_message.choices.size(); ++i) {
        if (m_message.choices.at(i).kind != ButtonKind::Danger)
            return i;
    }
    return -1;
}

} // namespace madoguchi
