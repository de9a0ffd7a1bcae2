// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/keyfatetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace madoguchi {
namespace {

class KeyFateText {
    Q_DECLARE_TR_FUNCTIONS(KeyFateText)
};

QString drafts(KeyFate fate) {
    switch (fate) {
    case KeyFate::WithOthers:
        return {};
    case KeyFate::Kept:
        return KeyFateText::tr("Without this card nobody can open the drafts, until a card that keeps their "
                               "key is let in again.");
    case KeyFate::Lost:
        return KeyFateText::tr("Without this card nobody can ever open the drafts of this station again: no "
                               "other card has their key.");
    }
    Q_UNREACHABLE();
}

QString office(KeyFate fate) {
    switch (fate) {
    case KeyFate::WithOthers:
        return {};
    case KeyFate::Kept:
        return KeyFateText::tr("Without this card nobody can issue cards or unblock PINs, until a card that "
                               "keeps the office key is let in again.");
    case KeyFate::Lost:
        return KeyFateText::tr("Without this card nobody can issue cards or unblock PINs, until a new first "
                               "card is made with the office's root.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString keyFateText(const KeyFates& fates) {
    QStringList lines{drafts(fates.drafts), office(fates.office)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString withKeyFates(const QString& text, const KeyFates& fates) {
    const QString words = keyFateText(fates);
    return words.isEmpty() ? text : text + u'\n' + words;
}

} // namespace madoguchi
