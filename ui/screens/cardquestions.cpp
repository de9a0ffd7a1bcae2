// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardquestions.h"

#include "ui/screens/cardtext.h"
#include "ui/screens/keyfatetext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/eradateedit.h"

#include <QCoreApplication>
#include <QPointer>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct CardQuestion {
    Q_DECLARE_TR_FUNCTIONS(CardQuestion)
};

/// Takes the keyboard to the field in it.
FieldRow* rowOf(const FieldRow::Texts& texts, FieldEditor* editor, const QString& id) {
    editor->setObjectName(id);
    auto* row = new FieldRow(texts, editor);
    row->setFocusProxy(editor->controls().constFirst());
    return row;
}

/// Radio buttons would not fit into a question at large scales.
ChoiceField* choiceOf(const QList<FieldOption>& options) {
    return new ChoiceField(options, nullptr, pageparts::isWide() ? ChoiceField::radioLimit : 0);
}

CardQuestions::Choosing reasonOf(const QStringList& ids, const Confirmation::Question& question) {
    QList<FieldOption> options;
    for (const QString& id : ids)
        options += {id, cardReasonText(id)};
    return {.question = question,
            .texts = {.label = CardQuestion::tr("Reason"), .required = true},
            .id = u"reason"_s,
            .options = options,
            .missing = CardQuestion::tr("Choose the reason.")};
}

} // namespace

void CardQuestions::askLending(const RegisteredCard& card, QDate today, std::function<void(QDate)> confirmed,
                               const QString& refused) {
    auto* field = new EraDateEdit(today);
    FieldRow* row =
        rowOf({.label = CardQuestion::tr("Due back (date)"),
               .hint = CardQuestion::tr("Leave it empty when the holder keeps the card for her work.")},
              field, u"due-back"_s);
    if (!refused.isEmpty()) {
        field->setValue(refused);
        row->setProblem(CardQuestion::tr("Type a day that exists and has not passed, or leave it empty."));
    }
    const QPointer<EraDateEdit> typed(field);
    const auto take = [*this, card, today, typed, confirmed = std::move(confirmed)]() mutable {
        if (typed == nullptr || typed->value().trimmed().isEmpty())
            return confirmed({});
        const DateReading day = typed->reading();
        if (day && *day >= today)
            return confirmed(*day);
        askLending(card, today, confirmed, typed->value());
    };
    m_confirmation.ask(
        //: %1 is a card's number, %2 its holder's name
        {.title = CardQuestion::tr("Lend card %1 to %2?").arg(card.card.id, card.person.name),
         .text =
             CardQuestion::tr("Give it to her in person, with the notice that it may not be passed on. The "
                              "day can't lie in the past."),
         .action = ActionId::CardLend,
         .confirm = CardQuestion::tr("Lend"),
         .kind = ButtonKind::Primary,
         .content = row},
        take);
}

void CardQuestions::askTakingBack(const RegisteredCard& card, std::function<void()> confirmed) {
    m_confirmation.ask(
        {.title = CardQuestion::tr("Take card %1 of %2 back?").arg(card.card.id, card.person.name),
         .text = withKeyFates(
             CardQuestion::tr(
                 "It is refused from now on, until it is lent again. Hold it in your hand before "
                 "you confirm."),
             m_fates),
         .action = ActionId::CardTakeBack,
         .confirm = CardQuestion::tr("Take back"),
         .kind = ButtonKind::Primary},
        std::move(confirmed));
}

void CardQuestions::askFound(const RegisteredCard& card, std::function<void()> confirmed) {
    m_confirmation.ask(
        {.title = CardQuestion::tr("Was card %1 of %2 found?").arg(card.card.id, card.person.name),
         .text =
             CardQuestion::tr("It stays refused, because nobody knows where it was. Invalidate and destroy "
                              "it next. The incident is %1.")
                 .arg(card.incident),
         .action = ActionId::CardFound,
         .confirm = CardQuestion::tr("It was found"),
         .kind = ButtonKind::Primary},
        std::move(confirmed));
}

void CardQuestions::askInvalidating(const RegisteredCard& card,
                                    std::function<void(const QString&)> confirmed) {
    QString text = withKeyFates(
        CardQuestion::tr("It can never be used again. Choose the reason; it is recorded."), m_fates);
    if (m_fates.drafts == KeyFate::Lost) {
        text += u'\n' + CardQuestion::tr("Before that, register another operator's card and log in once with "
                                         "this one.");
    }
    askChoosing(
        reasonOf(CardLife::invalidationReasons(),
                 {.title = CardQuestion::tr("Invalidate card %1 of %2?").arg(card.card.id, card.person.name),
                  .text = text,
                  .action = ActionId::CardInvalidate,
                  .confirm = CardQuestion::tr("Invalidate")}),
        std::move(confirmed));
}

void CardQuestions::askSuspending(const RegisteredCard& card, std::function<void(const QString&)> confirmed) {
    askChoosing(
        reasonOf(CardLife::suspensionReasons(),
                 {.title = CardQuestion::tr("Suspend card %1 of %2?").arg(card.card.id, card.person.name),
                  .text = withKeyFates(CardQuestion::tr("This card is refused at once, until you resume it. "
                                                        "Its holder and her other cards are not touched."),
                                       m_fates),
                  .action = ActionId::CardSuspend,
                  .confirm = CardQuestion::tr("Suspend card")}),
        std::move(confirmed));
}

void CardQuestions::askResuming(const RegisteredCard& card, std::function<void()> confirmed) {
    m_confirmation.ask(
        {.title = CardQuestion::tr("Let card %1 of %2 be used again?").arg(card.card.id, card.person.name),
         .text = CardQuestion::tr("Hold it in your hand, or know who has it, before you confirm."),
         .action = ActionId::CardResume,
         .confirm = CardQuestion::tr("Resume card"),
         .kind = ButtonKind::Primary},
        std::move(confirmed));
}

void CardQuestions::askDestroying(const QString& card, const QString& holder, const QList<Operator>& people,
                                  std::function<void(const QString&)> confirmed) {
    QList<FieldOption> options;
    for (const Operator& person : people) {
        //: %1 is a name, %2 an operator number
        options += {person.id, CardQuestion::tr("%1 (%2)").arg(person.name, person.id)};
    }
    askChoosing({.question = {.title = CardQuestion::tr("Was card %1 of %2 destroyed?").arg(card, holder),
                              .text = CardQuestion::tr(
                                  "Cut through the chip before the witness's eyes, then confirm. "
                                  "This can't be undone."),
                              .action = ActionId::CardDestroy,
                              .confirm = CardQuestion::tr("It is destroyed")},
                 .texts = {.label = CardQuestion::tr("Witness"),
                           .hint = CardQuestion::tr(
                               "Recorded by name only. Where her card can be put in, its PIN proves her."),
                           .required = true},
                 .id = u"witness"_s,
                 .options = options,
                 .missing = CardQuestion::tr("Choose the witness.")},
                std::move(confirmed));
}

void CardQuestions::askChoosing(const Choosing& asked, std::function<void(const QString&)> chosen,
                                const QString& problem) {
    ChoiceField* field = choiceOf(asked.options);
    FieldRow* row = rowOf(asked.texts, field, asked.id);
    row->setProblem(problem);
    Confirmation::Question question = asked.question;
    question.content = row;
    const QPointer<ChoiceField> shown(field);
    m_confirmation.ask(question, [*this, asked, shown, chosen = std::move(chosen)]() mutable {
        if (shown != nullptr && !shown->value().isEmpty())
            return chosen(shown->value());
        askChoosing(asked, chosen, asked.missing);
    });
}

} // namespace madoguchi
