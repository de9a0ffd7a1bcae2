// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardquestions.h"

#include "ui/screens/cardtext.h"
#include "ui/screens/keyfatetext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/fieldrow.h"

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

} // namespace

void CardQuestions::askLending(const RegisteredCard& card, QDate today,
                               std::function<void(QDate)> confirmed) {
    auto* field = new EraDateEdit(today);
    FieldRow* row =
        rowOf({.label = CardQuestion::tr("Due back (date)"),
               .hint = CardQuestion::tr("Leave it empty when the holder keeps the card for her work.")},
              field, u"due-back"_s);
    const QPointer<EraDateEdit> typed(field);
    const auto take = [*this, card, today, typed, confirmed = std::move(confirmed)]() mutable {
        if (typed == nullptr || typed->value().trimmed().isEmpty())
            return confirmed({});
        const DateReading day = typed->reading();
        if (day && *day >= today)
            return confirmed(*day);
        askLending(card, today, confirmed); // the day is no day, or has passed
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
    QList<FieldOption> options;
    const QStringList reasons = CardLife::invalidationReasons();
    for (const QString& id : reasons)
        options += {id, cardReasonText(id)};
    ChoiceField* field = choiceOf(options);
    FieldRow* row = rowOf({.label = CardQuestion::tr("Reason"), .required = true}, field, u"reason"_s);
    const QPointer<ChoiceField> chosen(field);
    const auto take = [*this, card, chosen, confirmed = std::move(confirmed)]() mutable {
        if (chosen != nullptr && !chosen->value().isEmpty()) {
            confirmed(chosen->value());
        } else
            askInvalidating(card, confirmed); // nothing was chosen
    };
    QString text = withKeyFates(
        CardQuestion::tr("It can never be used again. Choose the reason; it is recorded."), m_fates);
    if (m_fates.drafts == KeyFate::Lost) {
        text += u'\n' + CardQuestion::tr("Before that, register another operator's card and log in once with "
                                         "this one.");
    }
    m_confirmation.ask(
        {.title = CardQuestion::tr("Invalidate card %1 of %2?").arg(card.card.id, card.person.name),
         .text = text,
         .action = ActionId::CardInvalidate,
         .confirm = CardQuestion::tr("Invalidate"),
         .content = row},
        take);
}

void CardQuestions::askSuspending(const RegisteredCard& card, std::function<void(const QString&)> confirmed) {
    QList<FieldOption> options;
    const QStringList reasons = CardLife::suspensionReasons();
    for (const QString& id : reasons)
        options += {id, cardReasonText(id)};
    ChoiceField* field = choiceOf(options);
    FieldRow* row = rowOf({.label = CardQuestion::tr("Reason"), .required = true}, field, u"reason"_s);
    const QPointer<ChoiceField> chosen(field);
    const auto take = [*this, card, chosen, confirmed = std::move(confirmed)]() mutable {
        if (chosen != nullptr && !chosen->value().isEmpty()) {
            confirmed(chosen->value());
        } else
            askSuspending(card, confirmed); // nothing was chosen
    };
    m_confirmation.ask(
        {.title = CardQuestion::tr("Suspend card %1 of %2?").arg(card.card.id, card.person.name),
         .text = withKeyFates(
             CardQuestion::tr("This card is refused at once, until you resume it. Its holder and her other "
                              "cards are not touched."),
             m_fates),
         .action = ActionId::CardSuspend,
         .confirm = CardQuestion::tr("Suspend card"),
         .content = row},
        take);
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
    ChoiceField* field = choiceOf(options);
    FieldRow* row = rowOf(
        {.label = CardQuestion::tr("Witness"),
         .hint = CardQuestion::tr("Recorded by name only. Where her card can be put in, its PIN proves her."),
         .required = true},
        field, u"witness"_s);
    const QPointer<ChoiceField> chosen(field);
    const auto take = [*this, card, holder, people, chosen, confirmed = std::move(confirmed)]() mutable {
        if (chosen != nullptr && !chosen->value().isEmpty()) {
            confirmed(chosen->value());
        } else
            askDestroying(card, holder, people, confirmed); // nobody was chosen
    };
    m_confirmation.ask({.title = CardQuestion::tr("Was card %1 of %2 destroyed?").arg(card, holder),
                        .text = CardQuestion::tr(
                            "Cut through the chip before the witness's eyes, then confirm. This can't be "
                            "undone."),
                        .action = ActionId::CardDestroy,
                        .confirm = CardQuestion::tr("It is destroyed"),
                        .content = row},
                       take);
}

} // namespace madoguchi
