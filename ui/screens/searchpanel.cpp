// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/searchpanel.h"

#include "ui/screens/draftsearch.h"
#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/lineedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

SearchPanel::SearchPanel(const QList<Purpose>& purposes, QDate today, QWidget* parent)
    : QWidget(parent), m_today(today), m_purpose(new QComboBox), m_text(new LineEdit), m_problem(new QLabel) {
    setAction(m_purpose, ActionId::FilterChange);
    m_purpose->setObjectName(u"search-purpose"_s);
    m_purpose->setPlaceholderText(tr("Choose"));
    m_purpose->setMinimumContentsLength(10);
    m_purpose->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (qsizetype i = 0; i < purposes.size(); ++i) // the list finds its rows by their digits
        m_purpose->addItem(u"%1 %2"_s.arg((i + 1) % 10).arg(purposes.at(i).label), purposes.at(i).id);
    m_purpose->setCurrentIndex(-1);
    m_purpose->installEventFilter(this);
    setAction(m_text, ActionId::FilterChange);
    m_text->setObjectName(u"search"_s);

    auto* button = new ActionButton(ActionId::DraftSearch, tr("Search"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::px(16));
    row->addWidget(column(tr("Purpose of this search (recorded)"), m_purpose), 2);
    row->addWidget(column(tr("Reading, name, date of birth or reception number"), m_text), 3);
    row->addWidget(button, 0, Qt::AlignBottom);
    m_problem->setWordWrap(true);
    m_problem->setFont(theme::font(theme::TextRole::Strong));
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, QColor(theme::colour::errorText));
    m_problem->setPalette(red);
    m_problem->hide();
    auto* lines = new QVBoxLayout(this);
    const int ring = theme::px(theme::focusRingWidth);
    lines->setContentsMargins(ring, ring, ring, ring);
    lines->addLayout(row);
    lines->addWidget(m_problem);
    connect(button, &ActionButton::clicked, this, &SearchPanel::search);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this] { complain(nullptr, {}); });
    connect(m_text, &LineEdit::textEdited, this, [this] { complain(nullptr, {}); });
    connect(m_purpose, &QComboBox::activated, this, [this] { Q_EMIT fieldChanged(m_purpose->objectName()); });
    connect(m_text, &LineEdit::editingFinished, this, [this] {
        if (!m_text->isModified())
            return;
        m_text->setModified(false);
        Q_EMIT fieldChanged(m_text->objectName());
    });
}

QWidget* SearchPanel::column(const QString& label, QWidget* field) {
    auto* words = new QLabel(label);
    words->setBuddy(field);
    words->setWordWrap(true);
    field->setAccessibleName(label);
    auto* holder = new QWidget;
    auto* lines = new QVBoxLayout(holder);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::px(8));
    lines->addWidget(words, 1, Qt::AlignBottom);
    lines->addWidget(field);
    return holder;
}

void SearchPanel::takeKeyboard() {
    QWidget* field = m_text;
    if (m_purpose->currentIndex() < 0)
        field = m_purpose;
    field->setFocus(Qt::OtherFocusReason);
}

void SearchPanel::clear() {
    m_purpose->setCurrentIndex(-1);
    m_text->clear();
    complain(nullptr, {});
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_purpose && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_text->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (watched == m_purpose && event->type() == QEvent::Wheel)
        return true; // scrolling the page over the list must not change it
    return QWidget::eventFilter(watched, event);
}

void SearchPanel::keyPressEvent(QKeyEvent* event) {
    // The line lets Enter through unless the input method is composing.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        search();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SearchPanel::search() {
    if (m_purpose->currentIndex() < 0) {
        complain(m_purpose, tr("Choose the purpose of this search. It is recorded."));
        return;
    }
    const QList<DraftQuery> queries = draftQueries(m_text->text(), m_today);
    if (queries.isEmpty()) {
        complain(m_text, tr("Enter a reading, a name, a date of birth such as S60.4.1, or a reception "
                            "number such as 20261121-0007."));
        return;
    }
    complain(nullptr, {});
    Q_EMIT searchRequested(m_purpose->currentData().toString(), queries);
}

void SearchPanel::complain(QWidget* field, const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    for (QWidget* each : {static_cast<QWidget*>(m_purpose), static_cast<QWidget*>(m_text)}) {
        const bool isWrong = field != nullptr && each == field;
        theme::setInvalid(each, isWrong);
        each->setAccessibleDescription(isWrong ? problem : QString());
    }
    if (field != nullptr)
        field->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
