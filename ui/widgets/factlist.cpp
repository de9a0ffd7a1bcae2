// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/factlist.h"

#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

FactList::FactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::px(16));
    m_grid->setVerticalSpacing(theme::px(4));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, theme::px(140));
}

void FactList::setFacts(const QList<Fact>& facts) {
    qDeleteAll(m_labels);
    m_labels.clear();
    for (int row = 0; row < facts.size(); ++row) {
        const Fact& fact = facts.at(row);
        QLabel* name = add(row, 0, fact.name);
        QPalette grey = name->palette();
        grey.setColor(QPalette::WindowText, QColor(theme::colour::supporting));
        name->setPalette(grey);
        QLabel* value = add(row, 1, fact.value.isEmpty() ? u"—"_s : fact.value);
        value->setWordWrap(true);
        value->setAccessibleName(fact.name + u": "_s + value->text());
    }
}

QLabel* FactList::add(int row, int column, const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(theme::TextRole::Dense));
    m_grid->addWidget(label, row, column, Qt::AlignTop);
    m_labels.append(label);
    return label;
}

QString groupedHex(const QByteArray& bytes) {
    QString grouped;
    const QByteArray digits = bytes.toHex();
    for (qsizetype i = 0; i < digits.size(); i += 4) {
        if (i > 0)
            grouped += i % 32 == 0 ? u'\n' : u' ';
        grouped += QString::fromLatin1(digits.mid(i, 4));
    }
    return grouped;
}

} // namespace madoguchi
