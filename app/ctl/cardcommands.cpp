// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/cardcommands.h"

#include "app/ctl/cardconversation.h"
#include "app/ctl/console.h"
#include "app/ctl/pinprompt.h"
#include "app/ctl/readingrecord.h"
#include "app/login/pinregister.h"
#include "app/operators/cardevents.h"
#include "app/operators/enrolment.h"
#include "app/operators/operatordirectory.h"
#include "app/setup/stationenrolment.h"
#include "app/station/policystore.h"
#include "app/station/station.h"

#include <QMetaEnum>

#include <optional>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// "CardAdministrator" as it is typed: "card-administrator".
QString typed(Role role) {
    QString text;
    const char* name = QMetaEnum::fromType<Role>().valueToKey(static_cast<int>(role));
    for (const QChar letter : QString::fromLatin1(name)) {
        if (letter.isUpper() && !text.isEmpty())
            text += u'-';
        text += letter.toLower();
    }
    return text;
}

std::optional<Role> roleFrom(const QString& text) {
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        if (typed(static_cast<Role>(roles.value(i))) == text)
            return static_cast<Role>(roles.value(i));
    }
    return std::nullopt;
}

QString stateText(const OperatorCard& card, const Operator& person) {
    if (card.state == OperatorCardState::Active && person.status != OperatorStatus::Active)
        return u"suspended"_s;
    return cardStateName(card.state);
}

QString slotText(VaultSlotState state, const Operator& person,
                 OperatorCardState card = OperatorCardState::Active) {
    switch (state) {
    case VaultSlotState::None:
        if (card != OperatorCardState::Active && card != OperatorCardState::Suspended)
            return u"no vault key (the card is not in use)"_s;
        if (!roleMay(person.role, Permission::ViewOwnDrafts))
            return u"no vault key (the role does not work with drafts)"_s;
        return person.status == OperatorStatus::Active ? u"no vault key (the card has no P-256 key in 9D)"_s
                                                       : u"no vault key (suspended)"_s;
    case VaultSlotState::Waiting:
        return u"vault key waits for the next login of somebody who has it"_s;
    case VaultSlotState::Ready:
        return u"vault key ready"_s;
    }
    return {};
}

QString officeSlotText(VaultSlotState state) {
    switch (state) {
    case VaultSlotState::None:
        return u"no office key (the card has no P-256 key in 9D)"_s;
    case VaultSlotState::Waiting:
        return u"office key waits for the next login of an administrator who has it"_s;
    case VaultSlotState::Ready:
        return u"office key ready"_s;
    }
    return {};
}

struct EnrolmentCommand {
    QString folder;
    QString reader;
    Operator person;
    std::optional<int> pinDescriptor;
};

// The PIN is asked for only when the card may be enrolled; the prompt stands outside of the card's
// transaction, which would keep others waiting.
Result<CardProof> proofFrom(Enrolment& enrolment, const EnrolmentCommand& command) {
    const QString& id = command.person.id;
    const Result<CardIdentity> card = converse(
        command.reader, [&](CardTransaction& transaction) { return enrolment.examine(transaction, id); });
    if (!card)
        return fail(card.error());
    Result<SecretBytes> pin = askPin(u"PIN: "_s, command.pinDescriptor);
    if (!pin)
        return fail(pin.error());
    return converse(command.reader, [&](CardTransaction& transaction) {
        return enrolment.prove(transaction, id, *card, *std::move(pin));
    });
}

std::optional<EnrolmentCommand> enrolmentFrom(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption reader(u"reader"_s, u"Name of the card reader."_s, u"NAME"_s);
    const QCommandLineOption id(u"operator"_s, u"Id of the operator, for the log."_s, u"ID"_s);
    const QCommandLineOption name(u"name"_s, u"Name."_s, u"NAME"_s);
    const QCommandLineOption kana(u"kana"_s, u"Reading of the name."_s, u"KANA"_s);
    const QCommandLineOption role(u"role"_s,
                                  u"operator, card-administrator, supervisor, auditor or "
                                  "system-administrator."_s,
                                  u"ROLE"_s);
    const QCommandLineOption pin(u"pin-fd"_s, u"File descriptor to read the PIN from."_s, u"N"_s);
    const QCommandLineOption until(u"until"_s, u"Last day of the role, such as 2027-03-31."_s, u"DATE"_s);
    parser.addOptions({folder, reader, id, name, kana, role, until, pin});
    if (!understood(parser, u"card enroll"_s, arguments, {folder, reader, id, name, kana, role}))
        return std::nullopt;
    const std::optional<Role> wanted = roleFrom(parser.value(role));
    if (!wanted)
        complain(u"unknown role: "_s + parser.value(role));
    const auto descriptor = numberIn(parser, pin);
    if (!wanted || !descriptor)
        return std::nullopt;
    EnrolmentCommand command{parser.value(folder), parser.value(reader), {}, {}};
    command.person.id = parser.value(id);
    command.person.name = parser.value(name);
    command.person.kana = parser.value(kana);
    command.person.role = *wanted;
    command.pinDescriptor = *descriptor;
    if (parser.isSet(until)) {
        command.person.validTo = QDate::fromString(parser.value(until), Qt::ISODate);
        if (!command.person.validTo.isValid() || command.person.validTo < QDate::currentDate()) {
            complain(u"--until takes a day from today on, such as 2027-03-31"_s);
            return std::nullopt;
        }
    }
    return command;
}

Result<bool> mustChangePin(Station& station, const QString& card) {
    const auto policy = PolicyStore(station.database()).load();
    const auto holder = OperatorDirectory(station.database()).holderOf(card);
    if (!policy || !holder)
        return fail(policy ? holder.error() : policy.error());
    const auto due = PinRegister(station.database(), station.clock()).due(holder->card, policy->pins);
    return due ? Result<bool>(due->kind == PinDue::Kind::Demanded) : fail(due.error());
}

int enroll(const QStringList& arguments) {
    const std::optional<EnrolmentCommand> command = enrolmentFrom(arguments);
    if (!command)
        return ExitUsage;
    const SystemClock clock;
    const StationFolder folder(command->folder);
    const auto station = Station::open(folder, clock);
    if (!station)
        return failed(station.error());
    const auto desk = StationEnrolment::open(**station);
    if (!desk)
        return failed(desk.error());
    Enrolment& enrolment = (*desk)->enrolment();
    const Result<CardProof> proof = proofFrom(enrolment, *command);
    if (!proof)
        return failed(proof.error());
    if (proof->pin.kind != PinOutcome::Kind::Accepted)
        return wrongPin(proof->pin);
    const Result<Enrolled> enrolled = enrolment.enroll(command->person, *proof);
    if (!enrolled)
        return failed(enrolled.error());
    say(u"enrolled: card %1, operator %2, %3"_s.arg(enrolled->card, command->person.id,
                                                    slotText(enrolled->slot, command->person)));
    if (roleMay(command->person.role, Permission::IssueCard))
        say(officeSlotText(enrolled->officeSlot));
    const Result<bool> changes = mustChangePin(**station, enrolled->card);
    if (!changes)
        return failed(changes.error());
    if (*changes)
        say(u"its holder must choose a new PIN at the first login"_s);
    return ExitDone;
}

int list(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folderOption = stationOption();
    parser.addOption(folderOption);
    if (!understood(parser, u"card list"_s, arguments, {folderOption}))
        return ExitUsage;
    const StationFolder folder(parser.value(folderOption));
    const Result<SecretBytes> key = folder.terminalKey();
    if (!key)
        return failed(key.error());
    recordReading(folder, {ActionId::CardRegisterView});
    Result<Database> database = folder.openToRead();
    if (!database)
        return failed(database.error());
    const Result<VaultKeySlots> keySlots = VaultKeySlots::open(*database, *key);
    if (!keySlots)
        return failed(keySlots.error());
    const Result<QList<OperatorDetails>> people = OperatorDirectory(*database).listAtConsole();
    if (!people)
        return failed(people.error());
    for (const OperatorDetails& details : *people) {
        for (const OperatorCard& card : details.cards) {
            const Result<VaultSlotState> slot = keySlots->state(card.id);
            if (!slot)
                return failed(slot.error());
            say(QStringList{card.id, details.person.id, details.person.name, typed(details.person.role),
                            stateText(card, details.person), slotText(*slot, details.person, card.state)}
                    .join(u'\t'));
        }
    }
    return ExitDone;
}

} // namespace

int runCardCommand(const QStringList& arguments) {
    const QString command = arguments.value(0);
    if (command == u"enroll"_s)
        return enroll(arguments.mid(1));
    if (command == u"list"_s)
        return list(arguments.mid(1));
    complain(u"usage: madoguchictl card enroll|list --station DIR ..."_s);
    return ExitUsage;
}

} // namespace madoguchi
