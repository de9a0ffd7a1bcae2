// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/greeting.h"

#include "app/operators/permission.h"
#include "ui/clocktext.h"
#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

class GreetingText {
    Q_DECLARE_TR_FUNCTIONS(GreetingText)
};

QString lastLogin(const LastLogin& last) {
    if (last.at.isNull())
        return GreetingText::tr("This is the first login with this card.");
    //: %1 is a date and time, %2 the name of a terminal
    return GreetingText::tr("Last login: %1, %2").arg(clocktext::dateAndTime(last.at), last.terminal);
}

QString wrongPins(const LastLogin& last) {
    const QString count =
        (last.at.isNull()
             ? GreetingText::tr("Wrong PINs entered for this card on this terminal so far: %1.")
             : GreetingText::tr("Wrong PINs entered for this card on this terminal since then: %1."))
            .arg(last.failuresSince);
    return count + u'\n' + GreetingText::tr("If it was not you, tell the card administrator.");
}

QString pinDue(const PinDue& due) {
    return due.daysLeft < 0
               ? GreetingText::tr("The PIN of your card should have been changed by now: page \"PIN\".")
               : GreetingText::tr("The PIN of your card has to be changed within %n day(s): page \"PIN\".",
                                  nullptr, due.daysLeft);
}

QStringList revocation(RevocationStanding standing, Role role) {
    if (standing == RevocationStanding::Overdue) {
        return {GreetingText::tr("The list of revoked cards on this terminal is out of date. Tell the card "
                                 "administrator.")};
    }
    if (standing == RevocationStanding::Unlisted && roleMay(role, Permission::ViewCardRegister)) {
        return {GreetingText::tr(
            "This terminal has no list of revoked cards from your card's authority. Have it imported.")};
    }
    return {};
}

/// What somebody has to do something about.
QStringList warnings(const LoginGreeting& greeting, Role role) {
    QStringList lines;
    if (greeting.clockBehind.isValid()) {
        //: %1 is a date and time
        lines +=
            GreetingText::tr("The clock of this terminal was behind its record, which goes up to %1. With "
                             "your login it counts as right: if date or time are wrong, set them at once.")
                .arg(clocktext::dateAndTime(greeting.clockBehind));
    }
    if (greeting.lastLogin.failuresSince > 0)
        lines += wrongPins(greeting.lastLogin);
    if (greeting.vaultProblem) {
        const ErrorText text = errorText(*greeting.vaultProblem);
        lines += text.happened + u' ' + text.safe + u' ' + text.next;
    }
    lines += revocation(greeting.revocation, role);
    if (const LoginMessage missing = missingReaderMessage(greeting.missingReaders); !missing.title.isEmpty())
        lines += missing.title;
    if (greeting.officeProblem) {
        const ErrorText text = errorText(*greeting.officeProblem);
        lines += text.happened + u' ' + text.next;
    }
    if (greeting.pin.kind == PinDue::Kind::Soon)
        lines += pinDue(greeting.pin);
    return lines;
}

} // namespace

LoginMessage greetingMessage(const LoginGreeting& greeting, Role role) {
    QStringList lines = warnings(greeting, role);
    const NoticeKind kind = lines.isEmpty() ? NoticeKind::Info : NoticeKind::Warning;
    if (greeting.lastLogin.failuresSince == 0 && !greeting.lastLogin.at.isNull()) {
        lines.prepend(
            GreetingText::tr("No wrong PIN has been entered for this card on this terminal since then."));
    }
    if (greeting.vaultKeysFilled > 0) {
        lines += GreetingText::tr("Cards of colleagues that can open drafts from now on: %1")
                     .arg(greeting.vaultKeysFilled);
    }
    return {kind, lastLogin(greeting.lastLogin), lines.join(u'\n')};
}

LoginMessage withLoss(const LoginMessage& greeting, const QStringList& lost) {
    if (lost.isEmpty())
        return greeting;
    QStringList lines = lost;
    lines += GreetingText::tr("Enter this again. Everything else is saved.");
    lines += greeting.title;
    if (!greeting.text.isEmpty())
        lines += greeting.text;
    return {NoticeKind::Error,
            GreetingText::tr("When your last session ended, what you had just typed could not be saved."),
            lines.join(u'\n')};
}

} // namespace madoguchi
