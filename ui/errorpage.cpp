// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/errorpage.h"

#include "app/station/stationlock.h"
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

/// What is known besides the code, for people; mostly nothing.
QString factOf(const Error& error) {
    const auto holder = stationHolder(error);
    //: %1 is the name of a program, %2 its process number
    return holder ? ErrorPage::tr("Open in: %1 (process %2)").arg(holder->program).arg(holder->process)
                  : QString();
}

} // namespace

ErrorPage::ErrorPage(const Error& error, QWidget* parent) : QWidget(parent) {
    const ErrorText text = errorText(error.code);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text.happened);
    auto* fact = sentence(factOf(error), theme::TextRole::Body);
    if (fact->text().isEmpty())
        fact->hide();
    setAccessibleDescription((fact->text() + u' ' + text.safe + u' ' + text.next).trimmed());

    auto* number = sentence(tr("Error: %1").arg(errorName(error.code)), theme::TextRole::Supporting);
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
    layout->addWidget(fact, 1, 1);
    layout->addWidget(sentence(text.safe, theme::TextRole::Body), 2, 1);
    layout->addWidget(sentence(text.next, theme::TextRole::Strong), 3, 1);
    layout->addWidget(number, 4, 1);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(5, 1);
}

} // namespace madoguchi
