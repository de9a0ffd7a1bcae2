// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/workheader.h"

#include "ui/roletext.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pageheader.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

WorkHeader::WorkHeader(const Place& place, const Session& session, std::span<const ScreenEntry> catalogue,
                       const Clock& clock, QWidget* parent)
    : QWidget(parent), m_page(new PageHeader(clock)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_page->setOperator(session.facts().operatorName, roleText(session.facts().role));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_page);
    rows->addWidget(makeNavigation(place, session, catalogue));
}

QWidget* WorkHeader::makeNavigation(const Place& place, const Session& session,
                                    std::span<const ScreenEntry> catalogue) {
    auto* bar = new QWidget;
    bar->setAutoFillBackground(true);
    QPalette grey = bar->palette();
    grey.setColor(QPalette::Window, QColor(theme::colour::surface));
    bar->setPalette(grey);
    m_row = new QHBoxLayout(bar);
    m_tabRows = new QGridLayout;
    for (const ScreenEntry& entry : catalogue) {
        if (entry.inNavigation && roleMay(session.facts().role, entry.permission))
            makeTab(entry);
    }
    m_row->addLayout(m_tabRows);
    placeTabs(false); // before they are shown: without a parent each would be a window
    offer(session, catalogue);
    m_where = new QLabel(place.office + u"  "_s + place.terminal);
    m_where->setWordWrap(true); // a long name takes a second line before it takes the buttons' room
    m_who = new ElidedLabel(session.facts().operatorName);
    for (QLabel* label : {m_where, m_who}) {
        label->setFont(theme::font(theme::TextRole::Supporting));
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_row->addWidget(label, 1);
    }
    m_who->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_swap = new ActionButton(ActionId::CardSwapBegin, tr("Applicant's card (Alt+K)"));
    m_swap->setObjectName(u"swap"_s);
    m_swap->setFocusPolicy(Qt::NoFocus); // as the function keys: the keyboard stays in the form
    m_swap->setIcon(icon(IconShape::Card, QColor(theme::colour::text)));
    connect(m_swap, &ActionButton::clicked, this, &WorkHeader::swapRequested);
    m_lock = new ActionButton(ActionId::SessionLock);
    m_lock->setIcon(icon(IconShape::Lock, QColor(theme::colour::text)));
    connect(m_lock, &ActionButton::clicked, this, &WorkHeader::lockRequested);
    m_logOut = new ActionButton(ActionId::SessionLogout);
    connect(m_logOut, &ActionButton::clicked, this, &WorkHeader::logOutRequested);
    m_row->addWidget(m_swap);
    m_row->addWidget(m_lock);
    m_row->addWidget(m_logOut);
    m_swap->hide();
    setCompact(false);
    return bar;
}

void WorkHeader::setCompact(bool compact) {
    m_page->setVisible(!compact);
    m_where->setVisible(!compact);
    m_who->setVisible(compact);
    for (ActionButton* button : {m_swap, m_lock}) {
        button->setText(compact ? QString() : button->accessibleName()); // its icon stays
        button->setToolTip(button->accessibleName());
    }
    m_swap->setShortcut(Qt::ALT | Qt::Key_K); // a new text takes it away
    QList<ActionButton*> buttons = m_tabs;
    buttons += {m_swap, m_lock, m_logOut};
    for (ActionButton* button : std::as_const(buttons))
        theme::setCompact(button, compact);
    const int side = theme::px(compact ? 8 : 16);
    const int above = theme::px(compact ? theme::focusRingWidth : 8);
    m_row->setContentsMargins(side, above, side, above);
    m_row->setSpacing(theme::px(compact ? 8 : 12));
    m_tabRows->setHorizontalSpacing(theme::px(compact ? 8 : 12));
    m_tabRows->setVerticalSpacing(theme::px(theme::focusRingWidth));
    placeTabs(compact);
}

// A small window has no room for many beside each other.
void WorkHeader::placeTabs(bool compact) {
    constexpr int MostInCompactRow = 3;
    const int tabs = static_cast<int>(m_tabs.size());
    const int perRow = compact && tabs > MostInCompactRow ? (tabs + 1) / 2 : tabs;
    for (int i = 0; i < tabs; ++i)
        m_tabRows->addWidget(m_tabs.at(i), i / perRow, i % perRow, Qt::AlignLeft);
}

void WorkHeader::makeTab(const ScreenEntry& entry) {
    auto* tab =
        new ActionButton(ActionId::ScreenShow, QCoreApplication::translate("ScreenCatalogue", entry.text));
    tab->setObjectName(QString::fromLatin1(entry.name));
    connect(tab, &ActionButton::clicked, this, [this, tab] { Q_EMIT screenChosen(tab->objectName()); });
    m_tabs.append(tab);
}

void WorkHeader::setTitle(const QString& title) {
    m_page->setTitle(title);
}

bool WorkHeader::hasTab(const QString& screen) const {
    return std::ranges::any_of(m_tabs, [&](const ActionButton* tab) { return tab->objectName() == screen; });
}

void WorkHeader::offer(const Session& session, std::span<const ScreenEntry> catalogue) {
    for (ActionButton* tab : std::as_const(m_tabs))
        tab->setVisible(session.may(screenEntry(catalogue, tab->objectName())->permission));
}

void WorkHeader::setCurrent(const QString& screen) {
    for (ActionButton* tab : std::as_const(m_tabs)) {
        const bool current = tab->objectName() == screen;
        theme::setButtonKind(tab, current ? ButtonKind::Primary : ButtonKind::Secondary);
        tab->setAccessibleDescription(current ? tr("This page is open.") : QString());
        tab->update();
    }
}

void WorkHeader::offerSwap(bool offered) {
    m_swap->setVisible(offered);
}

bool WorkHeader::offersSwap() const {
    return !m_swap->isHidden();
}

void WorkHeader::keyPressEvent(QKeyEvent* event) {
    const qsizetype at = m_tabs.indexOf(qobject_cast<ActionButton*>(focusWidget()));
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (at < 0 || step == 0) {
        QWidget::keyPressEvent(event);
    } else {
        qsizetype next = at;
        do { // past what is not offered now; the one that has the keyboard is
            next = (next + step + m_tabs.size()) % m_tabs.size();
        } while (!m_tabs.at(next)->isVisibleTo(this));
        m_tabs.at(next)->setFocus(Qt::TabFocusReason);
    }
}

} // namespace madoguchi
