// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/shuffledkeypad.h"

#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/action.h"
#include "ui/widgets/pinfield.h"

#include <QMouseEvent>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int Columns = 4;
constexpr int Rows = 3;
constexpr int Key = 56;
constexpr int Gap = 8;
constexpr int DeleteIndex = 10; // after the ten digits; the last place stays free

} // namespace

ShuffledKeypad::ShuffledKeypad(QWidget* parent) : QWidget(parent) {
    setAction(this, ActionId::PinSubmit); // it types; what is typed is recorded when it is handed over
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("On-screen keypad, digits in changing order"));
    std::iota(m_digits.begin(), m_digits.end(), 0);
    shuffle();
}

void ShuffledKeypad::setField(PinField* field) {
    if (m_field == field)
        return;
    m_field = field;
    shuffle();
}

void ShuffledKeypad::shuffle() {
    std::shuffle(m_digits.begin(), m_digits.end(), *QRandomGenerator::system());
    update();
}

QString ShuffledKeypad::digits() const {
    QString order;
    for (const int digit : m_digits)
        order += QString::number(digit);
    return order;
}

QRect ShuffledKeypad::place(int index) const {
    const int step = theme::px(Key + Gap);
    return {index % Columns * step, index / Columns * step, theme::px(Key), theme::px(Key)};
}

QRect ShuffledKeypad::keyOf(int digit) const {
    if (digit < 0)
        return place(DeleteIndex);
    const auto at = std::ranges::find(m_digits, digit);
    return place(static_cast<int>(at - m_digits.begin()));
}

QSize ShuffledKeypad::sizeHint() const {
    return {theme::px(Columns * (Key + Gap) - Gap), theme::px(Rows * (Key + Gap) - Gap)};
}

void ShuffledKeypad::mousePressEvent(QMouseEvent* event) {
    if (m_field == nullptr || !m_field->isEnabled())
        return;
    for (const int digit : m_digits) {
        if (keyOf(digit).contains(event->position().toPoint()))
            m_field->appendDigit(digit);
    }
    if (keyOf(-1).contains(event->position().toPoint()))
        m_field->deleteLast();
}

void ShuffledKeypad::showEvent(QShowEvent* event) {
    shuffle();
    QWidget::showEvent(event);
}

void ShuffledKeypad::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(theme::TextRole::Title));
    for (int i = 0; i <= DeleteIndex; ++i) {
        const QRect key = place(i);
        theme::paintField(painter, key, isEnabled(), false);
        painter.setPen(QColor(theme::colour::text));
        painter.drawText(key, Qt::AlignCenter,
                         i == DeleteIndex ? u"⌫"_s : QString::number(m_digits[static_cast<std::size_t>(i)]));
    }
}

} // namespace madoguchi
