// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pinfield.h"

#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/action.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace madoguchi {

namespace {

constexpr int fieldHeight = 56;
/// How the dots lie; of a longer secret the last ones are seen.
struct Dots {
    int count;
    int step;   ///< pixels of the design
    int radius; ///< pixels of the design
};

Dots dotsOf(SecretKind kind) {
    return kind == SecretKind::Pin ? Dots{static_cast<int>(PinField::maximumSize), 28, 8} : Dots{24, 16, 5};
}

/// With any other modifier a key is somebody's shortcut, such as Alt and a digit on the practice station.
constexpr Qt::KeyboardModifiers typingModifiers = Qt::ShiftModifier | Qt::KeypadModifier;

bool isPrintableAscii(QChar character) {
    return character >= u' ' && character <= u'~';
}

} // namespace

PinField::PinField(SecretKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setAction(this, ActionId::PinSubmit);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setContextMenuPolicy(Qt::NoContextMenu);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(kind == SecretKind::Pin ? tr("PIN") : tr("Passphrase"));
    changed();
}

SecretBytes PinField::takePin() {
    SecretBytes pin = std::move(m_pin);
    m_pin = SecretBytes();
    changed();
    return pin;
}

void PinField::clear() {
    if (m_pin.isEmpty())
        return;
    m_pin.clear();
    changed();
}

void PinField::setInvalid(bool invalid) {
    theme::setInvalid(this, invalid);
}

QSize PinField::sizeHint() const {
    const Dots dots = dotsOf(m_kind);
    return {theme::px(dots.step * dots.count + 32), theme::px(fieldHeight)};
}

QVariant PinField::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (query == Qt::ImCursorRectangle) // whoever scrolls to the field takes it whole, not its corner
        return QWidget::inputMethodQuery(query);
    return query == Qt::ImEnabled ? QVariant(false) : QVariant();
}

bool PinField::event(QEvent* event) {
    // A plain character typed here is part of the PIN, never somebody's shortcut.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & ~typingModifiers);
        if (plain && !key->text().isEmpty() && isPrintableAscii(key->text().front())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PinField::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat()) {
        Q_EMIT submitted();
    } else if (event->key() == Qt::Key_Backspace && !m_pin.isEmpty()) {
        deleteLast();
    } else if (event->key() == Qt::Key_U && event->modifiers() == Qt::ControlModifier) {
        clear();
        Q_EMIT edited();
    } else if (!takeCharacter(*event)) {
        event->ignore();
    }
}

void PinField::mousePressEvent(QMouseEvent*) {
    setFocus(Qt::MouseFocusReason);
}

void PinField::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    Q_EMIT focused();
}

void PinField::hideEvent(QHideEvent* event) {
    clear();
    QWidget::hideEvent(event);
}

void PinField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange)
        update();
    QWidget::changeEvent(event);
}

void PinField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    theme::paintField(painter, rect(), isEnabled(), theme::isInvalid(this));
    const Dots dots = dotsOf(m_kind);
    const int step = theme::px(dots.step);
    const double left = (width() - step * dots.count) / 2.0 + step / 2.0;
    const int seen = std::min(static_cast<int>(m_pin.size()), dots.count);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(isEnabled() ? theme::colour::text : theme::colour::supporting));
    // Only what was typed: marks for the places that are still free look like characters.
    for (int i = 0; i < seen; ++i) {
        const QPointF middle(left + step * static_cast<double>(i), height() / 2.0);
        painter.drawEllipse(middle, theme::px(dots.radius), theme::px(dots.radius));
    }
    if (hasFocus() && m_pin.size() < maximum()) {
        const double caret = left + step * (seen - 0.5);
        painter.drawRect(QRectF(caret, height() / 2.0 - theme::px(12), theme::px(2), theme::px(24)));
    }
}

bool PinField::takeCharacter(const QKeyEvent& event) {
    const bool plain = !(event.modifiers() & ~typingModifiers);
    if (!plain || event.text().size() != 1 || !isPrintableAscii(event.text().front()))
        return false;
    if (!event.isAutoRepeat()) // a key held down must not fill the field
        append(static_cast<unsigned char>(event.text().front().unicode()));
    return true;
}

void PinField::appendDigit(int digit) {
    append(static_cast<unsigned char>('0' + digit));
}

void PinField::append(unsigned char character) {
    if (m_pin.size() >= maximum())
        return;
    m_pin.append(character);
    changed();
    Q_EMIT edited();
}

void PinField::deleteLast() {
    if (m_pin.isEmpty())
        return;
    m_pin.truncate(m_pin.size() - 1);
    changed();
    Q_EMIT edited();
}

std::size_t PinField::maximum() const {
    return m_kind == SecretKind::Pin ? maximumSize : longestPassphrase;
}

void PinField::changed() {
    setAccessibleDescription(tr("%n character(s) entered", nullptr, static_cast<int>(m_pin.size())));
    update();
}

} // namespace madoguchi
