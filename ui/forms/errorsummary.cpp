// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/errorsummary.h"

#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"

#include <QVBoxLayout>

namespace madoguchi {

ErrorSummary::ErrorSummary(QWidget* parent) : QWidget(parent), m_notice(new Notice(NoticeKind::Error, {})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::px(24), theme::px(12), theme::px(24), 0);
    column->addWidget(m_notice);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void ErrorSummary::setEntries(const QList<Entry>& entries) {
    setVisible(!entries.isEmpty());
    if (m_jumps != nullptr) {
        m_jumps->hide();
        m_jumps->deleteLater(); // a jump may be what led here
    }
    m_jumps = new QWidget;
    auto* column = new QVBoxLayout(m_jumps);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(12));
    for (const Entry& entry : entries.first(std::min(listed, entries.size()))) {
        auto* jump = new ActionButton(ActionId::NextError, entry.text);
        connect(jump, &ActionButton::clicked, this, [this, id = entry.fieldId] { Q_EMIT jumpRequested(id); });
        column->addWidget(jump, 0, Qt::AlignLeft);
    }
    const int more = static_cast<int>(std::max<qsizetype>(0, entries.size() - listed));
    m_notice->say(NoticeKind::Error,
                  tr("%n field(s) must be corrected", nullptr, static_cast<int>(entries.size())),
                  more > 0 && !m_compact ? tr("%n more: F8 goes through all of them.", nullptr, more)
                                         : tr("F8 goes to the next one."));
    m_notice->append(m_jumps);
    m_jumps->setVisible(!m_compact);
}

void ErrorSummary::setCompact(bool compact) {
    m_compact = compact;
    if (m_jumps != nullptr)
        m_jumps->setVisible(!compact);
}

} // namespace madoguchi
