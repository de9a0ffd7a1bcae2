// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/policyrules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace madoguchi {

namespace {

using enum PolicyRuleKind;

constexpr std::array Rules{
    PolicyRule{"coverAfterMinutes", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "Cover the screen after (minutes)"),
               QT_TRANSLATE_NOOP("PolicyRules", "Without a key press or movement, 1 to 60.")},
    PolicyRule{"lockAfterMinutes", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "Lock the session after (minutes)"),
               QT_TRANSLATE_NOOP("PolicyRules", "Not before the screen is covered, at most 60.")},
    PolicyRule{"failuresBeforeDelay", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "Wrong PINs before a card has to wait"),
               QT_TRANSLATE_NOOP("PolicyRules", "In a row on this terminal, 1 to 10.")},
    PolicyRule{"delayMinutes", Number, QT_TRANSLATE_NOOP("PolicyRules", "How long it waits (minutes)"),
               QT_TRANSLATE_NOOP("PolicyRules",
                                 "After that failure and each further one, rising, with commas; then only "
                                 "the supervisor helps.")},
    PolicyRule{"pinMinimumLength", Number, QT_TRANSLATE_NOOP("PolicyRules", "Shortest new PIN (characters)"),
               QT_TRANSLATE_NOOP("PolicyRules", "6 to 8.")},
    PolicyRule{"pinCharacters", Characters, QT_TRANSLATE_NOOP("PolicyRules", "What a new PIN is made of"),
               QT_TRANSLATE_NOOP("PolicyRules", "Many cards take digits only.")},
    PolicyRule{
        "pinsRemembered", Number, QT_TRANSLATE_NOOP("PolicyRules", "Former PINs that may not come again"),
        QT_TRANSLATE_NOOP("PolicyRules", "Besides the present one, 0 to 20. They are kept as hashes.")},
    PolicyRule{"pinChangeDays", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "A PIN has to be changed after (days)"),
               QT_TRANSLATE_NOOP("PolicyRules", "0: never.")},
    PolicyRule{"pinWarnDays", Number, QT_TRANSLATE_NOOP("PolicyRules", "Said that many days before"),
               QT_TRANSLATE_NOOP("PolicyRules", "Not more than the days above.")},
    PolicyRule{
        "pinForceChange", Switch, QT_TRANSLATE_NOOP("PolicyRules", "Have the PIN changed when it is due"),
        QT_TRANSLATE_NOOP("PolicyRules", "On: until then nothing else can be done. Off: it is only said.")},
    PolicyRule{"pinChangeEnrolled", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Have the PIN of an outside authority's card changed"),
               QT_TRANSLATE_NOOP("PolicyRules",
                                 "At its first login here: somebody else may know it. Off where "
                                 "people bring PINs of their own.")},
    PolicyRule{"shuffledKeypad", Switch, QT_TRANSLATE_NOOP("PolicyRules", "Show a keypad beside PIN fields"),
               QT_TRANSLATE_NOOP("PolicyRules", "Its digits change their places each time.")},
    PolicyRule{
        "usePinPads", Switch, QT_TRANSLATE_NOOP("PolicyRules", "Have PINs entered on readers that have keys"),
        QT_TRANSLATE_NOOP("PolicyRules", "They never reach this terminal then. Off where PINs have letters: "
                                         "they are typed.")},
    PolicyRule{"changePinOnPad", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Have PINs changed on such readers too"),
               QT_TRANSLATE_NOOP("PolicyRules", "Of the rules for new PINs only 6 to 8 digits hold there.")},
    PolicyRule{"requireAttestation", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Issue only cards that show who made them"),
               QT_TRANSLATE_NOOP("PolicyRules", "By makers that the office has approved.")},
    PolicyRule{"severalCards", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Let somebody have more than one card"),
               QT_TRANSLATE_NOOP("PolicyRules", "Off: one that is in force, or none.")},
    PolicyRule{"revocationListDays", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "A list of revoked cards made here is current for (days)"),
               QT_TRANSLATE_NOOP("PolicyRules", "1 to 365.")},
    PolicyRule{"revocationGraceDays", Number,
               QT_TRANSLATE_NOOP("PolicyRules", "A list out of date still does for (days)"),
               QT_TRANSLATE_NOOP("PolicyRules",
                                 "With a warning at the login, 0 to 90. After that only those cards of its "
                                 "authority are accepted that were issued here.")},
    PolicyRule{"revocationRequired", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Refuse cards whose authority has no list here"),
               QT_TRANSLATE_NOOP("PolicyRules", "Off: it is not asked whether they are revoked.")},
    PolicyRule{"allowCardWithoutCardKey", Switch,
               QT_TRANSLATE_NOOP("PolicyRules", "Accept cards without a 9E key"),
               QT_TRANSLATE_NOOP(
                   "PolicyRules",
                   "They are proven genuine only after the PIN: a made-up card could learn it. Better off.")},
};

} // namespace

std::span<const PolicyRule> policyRules() {
    return Rules;
}

QString policyRuleLabel(const QString& id) {
    const auto found =
        std::ranges::find_if(Rules, [&](const PolicyRule& rule) { return id == QLatin1StringView(rule.id); });
    return found == Rules.end() ? QString() : QCoreApplication::translate("PolicyRules", found->label);
}

} // namespace madoguchi
