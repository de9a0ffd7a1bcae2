// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/focusring.h"

#include <QApplication>

namespace madoguchi {

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
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(widget);
}

} // namespace madoguchi
