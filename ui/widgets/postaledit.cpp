// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/postaledit.h"

#include "app/text/postalcode.h"
#include "ui/widgets/lineedit.h"

#include <QKeyEvent>

namespace madoguchi {

PostalEdit::PostalEdit(QWidget* parent) : LineField(0, 140, parent) {
    line()->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhPreferLatin);
}

QString PostalEdit::value() const {
    return readPostalCode(line()->text()).value_or(line()->text());
}

void PostalEdit::setValue(const QString& value) {
    LineField::setValue(formatPostalCode(value));
}

bool PostalEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F5 &&
        !line()->isComposing()) {
        Q_EMIT lookUpRequested();
        return true;
    }
    return LineField::eventFilter(watched, event);
}

} // namespace madoguchi
