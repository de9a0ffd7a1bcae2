// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/confirmation.h"

#include "app/actions/actioncatalogue.h"

#include <QCoreApplication>

namespace madoguchi {

using namespace Qt::StringLiterals;

Confirmation::Confirmation(Screen& screen, const ScreenContext& context)
    : m_screen(screen), m_context(context) {}

Confirmation::~Confirmation() {
    delete m_panel;
}

void Confirmation::ask(const Question& question, std::function<void()> confirmed) {
    const ActionCall shown{ActionId::QuestionShow,
                           u"screen:"_s + m_screen.name(),
                           {{u"action"_s, QString::fromLatin1(actionEntry(question.action).name)}}};
    if (const Result<> noted = m_context.actions.note(shown, &m_context.session); !noted) {
        delete question.content; // which nobody else owns yet
        Q_EMIT m_screen.failed(noted.error());
        return;
    }
    if (!m_panel)
        m_panel = new MessagePanel(m_screen.panelHost());
    const auto givenUp = [this] {
        // Nothing happened, so there is nothing to hold back when it can't be recorded.
        [[maybe_unused]] const Result<> noted =
            m_context.actions.note({ActionId::DismissMessage}, &m_context.session);
    };
    QList<MessageChoice> choices{{ActionId::DismissMessage,
                                  QCoreApplication::translate("Confirmation", "Cancel"),
                                  ButtonKind::Secondary, givenUp}};
    choices += question.more;
    choices += {question.action, question.confirm, question.kind, std::move(confirmed)};
    m_panel->ask({.kind = NoticeKind::Warning,
                  .title = question.title,
                  .text = question.text,
                  .choices = std::move(choices),
                  .content = question.content});
}

void Confirmation::dismiss() {
    if (m_panel)
        m_panel->dismiss();
}

} // namespace madoguchi
