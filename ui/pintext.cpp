// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pintext.h"

#include "ui/widgets/pinfield.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

class PinText {
    Q_DECLARE_TR_FUNCTIONS(PinText)
};

} // namespace

QString pinRuleText(const PinPolicy& policy) {
    const QString longest = QString::number(PinField::maximumSize);
    const QString shortest = QString::number(policy.minimumLength);
    const bool fixed = shortest == longest;
    switch (policy.characters) {
    case PinCharacters::Digits:
        return fixed ? PinText::tr("%1 digits.").arg(longest)
                     : PinText::tr("%1 to %2 digits.").arg(shortest, longest);
    case PinCharacters::Any:
        return PinText::tr("%1 to %2 letters, digits or signs.").arg(shortest, longest);
    case PinCharacters::LettersAndDigits:
        return PinText::tr("%1 to %2 characters, both letters and digits.").arg(shortest, longest);
    }
    Q_UNREACHABLE();
}

} // namespace madoguchi
