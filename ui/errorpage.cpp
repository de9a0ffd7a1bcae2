// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/errorpage.h"

#include "app/base/error.h"
#include "ui/errortext.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QGridLayout>
#include <QLabel>

namespace madoguchi {
namespace {

QLabel* sentence(const QString& text, theme::TextRole role) {
    auto* label = new QLabel(text);
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ErrorPage::ErrorPage(ErrorCode code, QWidget* parent) : QWidget(parent) {
    const ErrorText text = errorText(code);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text.happened);
    setAccessibleDescription(text.safe + u' ' + text.next);

    auto* number = sentence(tr("Error: %1").arg(errorName(code)), theme::TextRole::Supporting);
    QPalette grey = number->palette();
    grey.setColor(QPalette::WindowText, QColor(theme::colour::supporting));
    number->setPalette(grey);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(theme::px(32), theme::px(32), theme::px(32), theme::px(32));
    layout->setHorizontalSpacing(theme::px(16));
    layout->setVerticalSpacing(theme::px(16));
    layout->addWidget(new IconLabel(IconShape::Error, QColor(theme::colour::errorText), 32), 0, 0,
                      Qt::AlignTop);
    layout->addWidget(sentence(text.happened, theme::TextRole::Title), 0, 1);
    layout->addWidget(sentence(text.safe, theme::TextRole::Body), 1, 1);
    layout->addWidget(sentence(text.next, theme::TextRole::Strong), 2, 1);
    layout->addWidget(number, 3, 1);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(4, 1);
}

} // namespace madoguchi
