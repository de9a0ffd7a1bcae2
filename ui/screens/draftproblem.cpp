// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftproblem.h"

#include "ui/errortext.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"

#include <QHBoxLayout>

namespace madoguchi {

DraftProblem::DraftProblem(QWidget* parent)
    : QWidget(parent)
    , m_why(new Notice(NoticeKind::Error, {}))
    , m_saveAsNew(new ActionButton(ActionId::DraftCreate, tr("Save what is here as a new draft"))) {
    m_why->setCompact(true); // the form needs the room
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::px(16), theme::px(4), theme::px(16), theme::px(4));
    row->setSpacing(theme::px(16));
    row->addWidget(m_why, 1);
    row->addWidget(m_saveAsNew, 0, Qt::AlignVCenter);
    connect(m_saveAsNew, &ActionButton::clicked, this, &DraftProblem::saveAsNewRequested);
    hide();
}

void DraftProblem::show(ErrorCode code) {
    const ErrorText text = errorText(code);
    m_why->say(NoticeKind::Error, text.happened,
               tr("What you typed is still on this page.") + u'\n' + text.safe + u'\n' + text.next);
    m_saveAsNew->setVisible(needsOwnDraft(code));
    QWidget::show();
}

bool DraftProblem::needsOwnDraft(ErrorCode code) {
    return code == ErrorCode::DraftConflict || code == ErrorCode::DraftMissing;
}

} // namespace madoguchi
