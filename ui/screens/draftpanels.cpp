// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftpanels.h"

#include "app/actions/actioncatalogue.h"
#include "app/workstation.h"
#include "ui/theme.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/numberedlist.h"

#include <QPointer>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRowsShown = 8;

} // namespace

DraftPanels::DraftPanels(Screen* screen, const ScreenContext& context)
    : QObject(screen), m_screen(screen), m_context(context) {}

DraftPanels::~DraftPanels() {
    delete m_panel;
}

bool DraftPanels::note(ActionId id, const QMap<QString, QString>& details) {
    const Result<> noted = m_context.actions.note({id, m_draft.target, details}, &m_context.session);
    if (!noted)
        Q_EMIT m_screen->failed(noted.error());
    return noted.has_value();
}

void DraftPanels::ask(ActionId about, Message message) {
    if (!note(ActionId::QuestionShow, {{u"action"_s, QString::fromLatin1(actionEntry(about).name)}})) {
        delete message.content; // which nobody else owns yet
        return;
    }
    if (!m_panel)
        m_panel = new MessagePanel(m_screen->panelHost());
    m_panel->ask(std::move(message));
}

std::function<void()> DraftPanels::cancel() {
    return [this] {
        note(ActionId::DismissMessage); // nothing happened, so there is nothing to hold back
        Q_EMIT cancelled();
    };
}

void DraftPanels::askColleague(const AskedDraft& draft) {
    m_draft = draft;
    const Result<QList<Colleague>> colleagues =
        m_context.actions.run({ActionId::ColleaguesView}, &m_context.session,
                              [this] { return m_context.station.operators().colleagues(m_context.session); });
    if (!colleagues) {
        Q_EMIT m_screen->failed(colleagues.error());
    } else if (colleagues->isEmpty()) {
        ask(ActionId::DraftHandOver,
            {.kind = NoticeKind::Info,
             .title = tr("There is no colleague to hand this draft over to."),
             .text = m_draft.words + u'\n' + tr("Nothing was changed."),
             .choices = {{ActionId::DismissMessage, tr("Close"), ButtonKind::Primary, cancel()}}});
    } else {
        chooseColleague(*colleagues);
    }
}

void DraftPanels::chooseColleague(const QList<Colleague>& colleagues) {
    const MessageChoice stop{ActionId::DismissMessage, tr("Don't hand over"), ButtonKind::Secondary,
                             cancel()};
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
    m_colleagues = list;
    const auto confirm = [this, colleagues] {
        const int row = m_colleagues == nullptr ? -1 : m_colleagues->currentRow();
        if (row < 0)
            return;
        const Colleague& colleague = colleagues.at(row);
        if (note(ActionId::ListSelect, {{u"to"_s, colleague.id}}))
            confirmColleague(colleague);
    };
    connect(list, &NumberedList::chosen, this, confirm);
    ask(ActionId::DraftHandOver,
        {.kind = NoticeKind::Info,
         .title = tr("To whom do you hand this draft over?"),
         .text = m_draft.words + u'\n' + tr("Choose by digit or arrow keys and press Enter."),
         .choices = {stop, {ActionId::ListSelect, tr("Next"), ButtonKind::Primary, confirm}},
         .content = list});
}

void DraftPanels::confirmColleague(const Colleague& colleague) {
    const auto confirm = [this, colleague] { Q_EMIT colleagueConfirmed(colleague.id, colleague.name); };
    //: %1 is the colleague's name
    ask(ActionId::DraftHandOver,
        {.kind = NoticeKind::Warning,
         .title = tr("Hand this draft over to %1?").arg(colleague.name),
         .text = m_draft.words + u'\n' +
                 tr("It leaves your list at once, and only %1 can open it then. What was entered stays "
                    "as it is. The hand-over is recorded.")
                     .arg(colleague.name),
         .choices = {
             {ActionId::DismissMessage, tr("Don't hand over"), ButtonKind::Secondary, cancel()},
             {ActionId::DraftHandOver, tr("Hand over"), ButtonKind::Primary, confirm},
         }});
}

void DraftPanels::askReason(const AskedDraft& draft, const QString& typed) {
    m_draft = draft;
    askReasonAgain(typed, {});
}

bool DraftPanels::asksReason() const {
    return m_reason != nullptr && m_panel != nullptr && m_panel->isOpen() && m_panel->isAncestorOf(m_reason);
}

void DraftPanels::askReasonAgain(const QString& typed, const QString& problem) {
    m_reason = new LineField(0);
    auto* row = new FieldRow({.label = tr("Reason for deleting"), .required = true}, m_reason);
    QWidget* line = m_reason->controls().constFirst();
    line->setObjectName(u"delete-reason"_s);
    row->setFocusProxy(line);
    row->setProblem(problem);
    m_reason->setValue(typed);
    connect(m_reason, &FieldEditor::edited, this, [this, row, field = m_reason.data()] {
        row->setProblem({});
        Q_EMIT reasonEdited(field->value());
    });
    const auto remove = [this, field = m_reason] {
        const QString text = field == nullptr ? QString() : field->value().trimmed();
        if (text.isEmpty()) {
            askReasonAgain({}, tr("Write the reason. Nothing was deleted yet."));
        } else {
            Q_EMIT deletionConfirmed(text);
        }
    };
    ask(ActionId::DraftDelete,
        {.kind = NoticeKind::Warning,
         .title = tr("Delete this draft?"),
         .text = m_draft.words + u'\n' + tr("It can't be brought back on this screen."),
         .choices =
             {
                 {ActionId::DismissMessage, tr("Don't delete"), ButtonKind::Secondary, cancel()},
                 {ActionId::DraftDelete, tr("Delete"), ButtonKind::Danger, remove},
             },
         .content = row});
}

} // namespace madoguchi
