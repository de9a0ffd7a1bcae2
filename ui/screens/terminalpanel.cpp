// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/terminalpanel.h"

#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace madoguchi {

TerminalPanel::TerminalPanel(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel(IconShape::Success, QColor(theme::colour::success)))
    , m_state(pageparts::text({}, theme::TextRole::Heading))
    , m_since(pageparts::text({}, theme::TextRole::Supporting))
    , m_open(new ActionButton(ActionId::TerminalOpen, ButtonKind::Primary))
    , m_close(new ActionButton(ActionId::TerminalClose)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::px(4));
    words->addWidget(m_state);
    words->addWidget(m_since);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_open);
    row->addWidget(m_close);
    connect(m_open, &ActionButton::clicked, this, [this] { Q_EMIT changeRequested(true); });
    connect(m_close, &ActionButton::clicked, this, [this] { Q_EMIT changeRequested(false); });
}

void TerminalPanel::show(const TerminalOpening& opening, const QString& by) {
    const bool open = opening.open;
    m_icon->setShape(open ? IconShape::Success : IconShape::Lock,
                     QColor(open ? theme::colour::success : theme::colour::errorText));
    m_state->setText(open ? tr("The terminal is open") : tr("The terminal is closed"));
    //: %1 is a time, %2 an operator's name and number
    m_since->setText(opening.changedAt.isValid()
                         ? tr("Since %1, by %2").arg(clocktext::inList(opening.changedAt), by)
                         : tr("Never closed so far"));
    m_open->setVisible(!open);
    m_close->setVisible(open);
}

} // namespace madoguchi
