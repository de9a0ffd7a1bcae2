// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/choicefield.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QWheelEvent>

#include <algorithm>

namespace madoguchi {

namespace {

/// The digit key of each option: its own value where the values are digits, as for a number of people; else
/// its place, up to nine.
int digitOf(const QList<FieldOption>& options, qsizetype index) {
    const auto isDigit = [](const FieldOption& option) {
        return option.value.size() == 1 && option.value.at(0) >= u'0' && option.value.at(0) <= u'9';
    };
    if (std::ranges::all_of(options, isDigit))
        return options.at(index).value.at(0).digitValue();
    return index < 9 ? static_cast<int>(index) + 1 : -1;
}

/// Side by side while the labels are short, as 女 and 男 are; otherwise the last ones would be cut.
QBoxLayout::Direction direction(const QList<FieldOption>& options) {
    constexpr qsizetype shortEnough = 20;
    qsizetype length = 0;
    for (const FieldOption& option : options)
        length += option.label.size();
    const bool list = options.size() > ChoiceField::radioLimit;
    return list || length <= shortEnough ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
}

} // namespace

ChoiceField::ChoiceField(QList<FieldOption> options, QWidget* parent, qsizetype mostRadios)
    : FieldEditor(parent), m_options(std::move(options)) {
    auto* row = new QBoxLayout(direction(m_options), this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(row->direction() == QBoxLayout::TopToBottom ? theme::px(4) : theme::px(24));
    if (m_options.size() <= mostRadios) {
        makeRadioButtons();
    } else {
        makeList();
    }
    row->addStretch();
}

QString ChoiceField::value() const {
    return m_value;
}

void ChoiceField::setValue(const QString& value) {
    m_value = value;
    const auto option = std::find_if(m_options.cbegin(), m_options.cend(),
                                     [&value](const FieldOption& each) { return each.value == value; });
    show(option == m_options.cend() ? -1 : static_cast<int>(option - m_options.cbegin()));
}

void ChoiceField::setAccessibleTexts(const QString& name, const QString& description) {
    for (qsizetype i = 0; i < controls().size(); ++i) {
        const QString own = m_list == nullptr ? m_options.at(i).label : QString();
        controls().at(i)->setAccessibleName(own.isEmpty() ? name : tr("%1: %2").arg(name, own));
        controls().at(i)->setAccessibleDescription(description);
    }
}

bool ChoiceField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && m_list != nullptr)
        return true; // scrolling the page over a list must not change it
    if (m_view != nullptr && watched == m_view)
        return filterOpenList(event);
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && handleDigit(key->key()))
            return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void ChoiceField::makeRadioButtons() {
    m_radios = new QButtonGroup(this);
    for (qsizetype i = 0; i < m_options.size(); ++i) {
        auto* button = new QRadioButton(labelWithDigit(i));
        m_radios->addButton(button, static_cast<int>(i));
        adopt(button);
        layout()->addWidget(button);
    }
    connect(m_radios, &QButtonGroup::idClicked, this, &ChoiceField::choose);
}

void ChoiceField::makeList() {
    m_list = new QComboBox;
    m_list->setPlaceholderText(tr("Choose"));
    for (qsizetype i = 0; i < m_options.size(); ++i)
        m_list->addItem(labelWithDigit(i), m_options.at(i).value);
    m_list->setCurrentIndex(-1);
    m_list->setMinimumWidth(theme::px(240));
    m_list->setMaxVisibleItems(12);
    m_view = m_list->view(); // before anything of the list is filtered: asking for it makes it
    m_view->installEventFilter(this);
    adopt(m_list);
    layout()->addWidget(m_list);
    connect(m_list, &QComboBox::activated, this, &ChoiceField::choose);
}

QString ChoiceField::labelWithDigit(qsizetype index) const {
    QString label = m_options.at(index).label;
    const int digit = digitOf(m_options, index);
    if (digit < 0 || label.startsWith(QString::number(digit)))
        return label;
    //: %1 is the digit key that chooses this option, %2 the option
    return tr("%1 %2").arg(digit).arg(label);
}

void ChoiceField::choose(int index) {
    if (m_options.at(index).value == m_value)
        return;
    m_value = m_options.at(index).value;
    Q_EMIT edited();
}

void ChoiceField::show(int index) {
    if (m_list != nullptr) {
        m_list->setCurrentIndex(index);
        return;
    }
    if (index >= 0) {
        m_radios->button(index)->setChecked(true);
        setFocusProxy(m_radios->button(index));
    } else if (QAbstractButton* checked = m_radios->checkedButton()) {
        m_radios->setExclusive(false);
        checked->setChecked(false);
        m_radios->setExclusive(true);
    }
}

/// The open list always shows which row Enter takes, and a digit goes to its row.
bool ChoiceField::filterOpenList(QEvent* event) {
    int row = -1;
    if (event->type() == QEvent::Show && !m_view->currentIndex().isValid())
        row = 0;
    if (event->type() == QEvent::KeyPress)
        row = rowOfKey(static_cast<QKeyEvent*>(event)->key());
    if (row < 0)
        return false;
    m_view->setCurrentIndex(m_list->model()->index(row, m_list->modelColumn()));
    return event->type() == QEvent::KeyPress;
}

int ChoiceField::rowOfKey(int key) const {
    if (key < Qt::Key_0 || key > Qt::Key_9)
        return -1;
    for (int i = 0; i < m_options.size(); ++i) {
        if (digitOf(m_options, i) == key - Qt::Key_0)
            return i;
    }
    return -1;
}

bool ChoiceField::handleDigit(int key) {
    const int index = rowOfKey(key);
    if (index < 0)
        return false;
    show(index);
    if (m_radios != nullptr)
        m_radios->button(index)->setFocus(Qt::OtherFocusReason);
    choose(index);
    return true;
}

} // namespace madoguchi
