// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/choicefield.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QWheelEvent>

#include <algorithm>

namespace madoguchi {

namespace {

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

ChoiceField::ChoiceField(QList<FieldOption> options, QWidget* parent)
    : FieldEditor(parent), m_options(std::move(options)) {
    auto* row = new QBoxLayout(direction(m_options), this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(row->direction() == QBoxLayout::TopToBottom ? theme::px(4) : theme::px(24));
    if (m_options.size() <= radioLimit)
        makeRadioButtons();
    else
        makeList();
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
        //: %1 is the digit key that chooses this option, %2 the option
        auto* button = new QRadioButton(tr("%1 %2").arg(i + 1).arg(m_options.at(i).label));
        m_radios->addButton(button, static_cast<int>(i));
        adopt(button);
        layout()->addWidget(button);
    }
    connect(m_radios, &QButtonGroup::idClicked, this, &ChoiceField::choose);
}

void ChoiceField::makeList() {
    m_list = new QComboBox;
    m_list->setPlaceholderText(tr("Choose"));
    for (const FieldOption& option : std::as_const(m_options))
        m_list->addItem(option.label, option.value);
    m_list->setCurrentIndex(-1);
    m_list->setMinimumWidth(theme::px(240));
    m_list->setMaxVisibleItems(12);
    adopt(m_list);
    layout()->addWidget(m_list);
    connect(m_list, &QComboBox::activated, this, &ChoiceField::choose);
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

bool ChoiceField::handleDigit(int key) {
    const int index = key - Qt::Key_1;
    if (index < 0 || index > 8 || index >= m_options.size())
        return false;
    show(index);
    if (m_radios != nullptr)
        m_radios->button(index)->setFocus(Qt::OtherFocusReason);
    choose(index);
    return true;
}

} // namespace madoguchi
