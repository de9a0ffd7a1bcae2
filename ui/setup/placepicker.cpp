// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/placepicker.h"

#include "ui/screens/pageparts.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/numberedlist.h"

#include <QBoxLayout>
#include <QLabel>

#include <utility>

namespace madoguchi {

PlacePicker::PlacePicker(const QString& id, const Texts& texts, std::function<QStringList()> find,
                         QWidget* parent)
    : QWidget(parent)
    , m_find(std::move(find))
    , m_path(new LineField)
    , m_row(new FieldRow({.label = texts.label, .hint = texts.hint, .required = true}, m_path))
    , m_none(pageparts::text(texts.noneFound, theme::TextRole::Supporting))
    , m_found(new NumberedList(texts.listName)) {
    m_path->setObjectName(id);
    setAction(m_found, ActionId::ListSelect);
    auto* again = new ActionButton(ActionId::FocusList, tr("Look again for media"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(8));
    column->addWidget(pageparts::text(texts.listName, theme::TextRole::Strong));
    column->addWidget(m_none);
    column->addWidget(m_found, 0, Qt::AlignLeft);
    column->addWidget(again, 0, Qt::AlignLeft);
    column->addWidget(m_row);
    connect(again, &ActionButton::clicked, this, &PlacePicker::refresh);
    connect(m_found, &NumberedList::chosen, this, &PlacePicker::choose);
    connect(m_path, &FieldEditor::edited, this, [this] {
        m_row->setProblem({});
        Q_EMIT pathChanged();
    });
    refresh();
}

QString PlacePicker::path() const {
    return m_path->value().trimmed();
}

void PlacePicker::refresh() {
    m_paths = m_find();
    m_found->setChoices(m_paths);
    m_found->setVisible(!m_paths.isEmpty());
    m_none->setVisible(m_paths.isEmpty());
}

void PlacePicker::choose(int row) {
    m_path->setValue(m_paths.value(row));
    m_row->setProblem({});
    m_path->setFocus(Qt::OtherFocusReason);
    Q_EMIT pathChanged();
}

void PlacePicker::takeKeyboard() {
    (m_paths.isEmpty() ? static_cast<QWidget*>(m_path) : m_found)->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
