// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftpanels.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/numberedlist.h"

#include <QPointer>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRowsShown = 8;

} // namespace

DraftPanels::DraftPanels(Screen* screen) : QObject(screen), m_screen(screen) {}

DraftPanels::~DraftPanels() {
    delete m_panel;
}

void DraftPanels::ask(Message message) {
    if (!m_panel)
        m_panel = new MessagePanel(m_screen->panelHost());
    m_panel->ask(std::move(message));
}

std::function<void()> DraftPanels::cancel() {
    return [this] { Q_EMIT cancelled(); };
}

void DraftPanels::askColleague(const QList<Colleague>& colleagues) {
    const MessageChoice stop{ActionId::DismissMessage, tr("Don't hand over"), ButtonKind::Secondary,
                             cancel()};
    if (colleagues.isEmpty()) {
        ask({.kind = NoticeKind::Info,
             .title = tr("There is no colleague to hand this draft over to."),
             .text = tr("Nothing was changed."),
             .choices = {{ActionId::DismissMessage, tr("Close"), ButtonKind::Primary, cancel()}}});
        return;
    }
    QStringList names;
    for (const Colleague& colleague : colleagues) {
        //: %1 is the colleague's name, %2 its reading
        names.append(tr("%1 (%2)").arg(colleague.name, colleague.kana));
    }
    auto* list = new NumberedList(tr("Colleagues"));
    list->setObjectName(u"colleagues"_s);
    list->setChoices(names);
    list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    list->setMaximumHeight(theme::px(MostRowsShown * theme::rowHeight));
    const QPointer<NumberedList> chosen(list);
    const auto confirm = [this, colleagues, chosen] {
        if (chosen != nullptr && chosen->currentRow() >= 0)
            confirmColleague(colleagues.at(chosen->currentRow()));
    };
    connect(list, &NumberedList::chosen, this, confirm);
    ask({.kind = NoticeKind::Info,
         .title = tr("To whom do you hand this draft over?"),
         .text = tr("Choose by digit or arrow keys and press Enter."),
         .choices = {stop, {ActionId::ListSelect, tr("Next"), ButtonKind::Primary, confirm}},
         .content = list});
}

void DraftPanels::confirmColleague(const Colleague& colleague) {
    const auto confirm = [this, colleague] { Q_EMIT colleagueConfirmed(colleague.id, colleague.name); };
    //: %1 is the colleague's name
    ask({.kind = NoticeKind::Warning,
         .title = tr("Hand this draft over to %1?").arg(colleague.name),
         .text = tr("It leaves your list at once, and only %1 can open it then. What was entered stays "
                    "as it is. The hand-over is recorded.")
                     .arg(colleague.name),
         .choices = {
             {ActionId::DismissMessage, tr("Don't hand over"), ButtonKind::Secondary, cancel()},
             {ActionId::DraftHandOver, tr("Hand over"), ButtonKind::Primary, confirm},
         }});
}

void DraftPanels::askReason() {
    askReasonWith({});
}

void DraftPanels::askReasonWith(const QString& complaint) {
    auto* reason = new LineEdit;
    setAction(reason, ActionId::FieldEdit);
    reason->setObjectName(u"delete-reason"_s);
    reason->setAccessibleName(tr("Reason for deleting"));
    theme::setInvalid(reason, !complaint.isEmpty());
    const QPointer<LineEdit> typed(reason);
    const auto remove = [this, typed] {
        const QString text = typed == nullptr ? QString() : typed->text().trimmed();
        if (text.isEmpty())
            askReasonWith(tr("The reason is missing. Nothing was deleted."));
        else
            Q_EMIT deletionConfirmed(text);
    };
    ask({.kind = complaint.isEmpty() ? NoticeKind::Warning : NoticeKind::Error,
         .title = complaint.isEmpty() ? tr("Delete this draft?") : complaint,
         .text = tr("It can't be brought back on this screen. Write the reason (required), such as: entered "
                    "twice."),
         .choices =
             {
                 {ActionId::DismissMessage, tr("Don't delete"), ButtonKind::Secondary, cancel()},
                 {ActionId::DraftDelete, tr("Delete"), ButtonKind::Danger, remove},
             },
         .content = reason});
}

} // namespace madoguchi
