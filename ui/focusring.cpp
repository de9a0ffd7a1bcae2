// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/focusring.h"

#include <QApplication>
#include <QFocusFrame>

namespace madoguchi {

/// QFocusFrame hides itself around what is outside the part of a scrolled page that is seen, and stays hidden
/// when it is scrolled into sight.
class RingFrame final : public QFocusFrame {
public:
    using QFocusFrame::QFocusFrame;

    void surround(QWidget* control) {
        const QPointer<QWidget> page = isVisible() ? parentWidget() : nullptr;
        const QRect before = geometry();
        setWidget(control);
        if (page != nullptr)
            page->update(before); // what was scrolled with the ring on it keeps no piece of it
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool taken = QFocusFrame::eventFilter(watched, event);
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            showWhereSeen();
        return taken;
    }

private:
    void showWhereSeen() {
        if (widget() == nullptr || parentWidget() == nullptr || !widget()->isVisible())
            return;
        const bool seen = parentWidget()->rect().intersects(geometry());
        if (seen && isHidden())
            raise();
        setVisible(seen);
        parentWidget()->update();
    }
};

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing() {
    delete m_frame;
}

void FocusRing::follow(QWidget* widget) {
    // A page that only listens for keys is nothing to point at.
    const bool isControl = widget != nullptr && widget->focusPolicy() != Qt::NoFocus;
    if (!isControl || widget->isWindow() || widget->windowType() == Qt::Popup) {
        if (m_frame)
            m_frame->surround(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new RingFrame;
    m_frame->surround(widget);
}

} // namespace madoguchi
