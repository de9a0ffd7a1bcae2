// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/loginmessage.h"

#include "ui/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

class LoginText {
    Q_DECLARE_TR_FUNCTIONS(LoginText)
};

LoginMessage failure(ErrorCode code) {
    const ErrorText text = errorText(code);
    return {NoticeKind::Error, text.happened, text.safe + u'\n' + text.next};
}

LoginMessage takeCardOut(const LoginView& view, const QStringList& programs) {
    const QString out = LoginText::tr("Take the card out of the reader.");
    if (!view.refusal)
        return {NoticeKind::Info, out, LoginText::tr("Nobody is logged in now.")};
    LoginMessage message = failure(*view.refusal);
    if (view.isUnlocking)
        message.text = LoginText::tr("The session with this card is locked.") + u'\n' + message.text;
    message.text += u'\n' + out;
    if (*view.refusal == ErrorCode::CardBusy && !programs.isEmpty()) {
        //: %1 is a list of programs
        message.title += u' ' + LoginText::tr("Probably: %1").arg(programs.join(u", "_s));
    }
    return message;
}

LoginMessage halted() {
    // Not the usual text of RecordFailed: no screen with typed text is left here.
    return {NoticeKind::Error,
            LoginText::tr("This terminal has stopped, because the operation history can't be written."),
            LoginText::tr("What had been saved is unchanged. Nobody is logged in now.") + u'\n' +
                LoginText::tr("Take the card out and tell the system administrator.")};
}

LoginMessage onPad() {
    return {NoticeKind::Info, LoginText::tr("Enter your PIN on the keys of the reader."),
            LoginText::tr("End with the reader's OK key. To stop, press its cancel key.") + u'\n' +
                LoginText::tr("Leave the card in the reader.")};
}

LoginMessage padStillAsks() {
    return {NoticeKind::Warning, LoginText::tr("End the entry on the keys of the reader."),
            LoginText::tr("The reader still waits for a PIN that is not needed any more. Press its cancel "
                          "key; then the card is read.")};
}

LoginMessage delayed(const LoginView& view) {
    LoginMessage message = failure(ErrorCode::PinDelayed);
    message.kind = NoticeKind::Warning;
    if (!view.pinWasWrong)
        return message;
    // This try did reach the card: say what is left of the card's own, not that nothing changed.
    LoginView card = view;
    card.triesBeforeDelay = 0;
    message.title = LoginText::tr("The PIN is wrong.") + u' ' + message.title;
    message.text =
        triesText(card) + u'\n' +
        LoginText::tr(
            "Wait until the time shown has passed. If it is urgent, ask the supervisor to unlock the card.");
    return message;
}

} // namespace

LoginMessage missingReaderMessage(const ReaderAssignment& missing) {
    if (!missing.operators.isEmpty()) {
        return {NoticeKind::Warning,
                //: %1 is the name of a card reader
                LoginText::tr("The reader for operators' cards is not connected: %1").arg(missing.operators),
                LoginText::tr(
                    "Connect it. Until then put your card into another reader, but not into the one for "
                    "applicants. If that is the only one, the system administrator can log in with it "
                    "and assign the readers anew.")};
    }
    if (!missing.applicants.isEmpty()) {
        return {
            NoticeKind::Warning,
            //: %1 is the name of a card reader
            LoginText::tr("The reader for applicants' cards is not connected: %1").arg(missing.applicants),
            LoginText::tr("You can put your card on the reader all the same. Connect the other one, or ask "
                          "the system administrator to assign the readers anew.")};
    }
    return {};
}

namespace {

/// No reader at all: by name, which one should be there.
LoginMessage withMissing(LoginMessage message, const ReaderAssignment& missing) {
    if (!missing.operators.isEmpty()) {
        //: %1 is the name of a card reader
        message.text += u'\n' + LoginText::tr("This one belongs here: %1").arg(missing.operators);
    }
    return message;
}

/// Readers are there and all is well, but for what the station has to say.
LoginMessage invitation(const LoginView& view) {
    if (view.swapFailure) {
        LoginMessage message = failure(*view.swapFailure);
        message.kind = NoticeKind::Warning; // as it was meant to be
        return message;
    }
    LoginMessage missing = missingReaderMessage(view.missing);
    return missing.title.isEmpty()
               ? LoginMessage{NoticeKind::Info, LoginText::tr("Put your card on the reader.")}
               : missing;
}

} // namespace

LoginMessage waitingMessage(const LoginView& view) {
    switch (view.condition) {
    case CardServiceCondition::Starting:
        return {NoticeKind::Info, LoginText::tr("Looking for the card reader. Please wait.")};
    case CardServiceCondition::Running:
        return invitation(view);
    case CardServiceCondition::NoReader:
        return withMissing(failure(ErrorCode::ReaderMissing), view.missing);
    case CardServiceCondition::ServiceMissing:
        return failure(ErrorCode::CardServiceMissing);
    case CardServiceCondition::AccessDenied:
        return failure(ErrorCode::CardServiceDenied);
    }
    Q_UNREACHABLE();
}

LoginMessage progressMessage(const LoginView& view, const QStringList& programs) {
    const QString leave = LoginText::tr("Leave the card in the reader.");
    switch (view.state) {
    case LoginState::ReadingCard:
        return view.padStillAsks ? padStillAsks()
                                 : LoginMessage{NoticeKind::Info, LoginText::tr("Reading the card."), leave};
    case LoginState::CheckingPin:
        return view.pinOnPad ? onPad()
                             : LoginMessage{NoticeKind::Info, LoginText::tr("Checking the PIN."), leave};
    case LoginState::OpeningSession:
        return {NoticeKind::Info, LoginText::tr("The PIN is right. Opening your desk."), leave};
    case LoginState::TakeCardOut:
        return takeCardOut(view, programs);
    case LoginState::PinDelayed:
        return delayed(view);
    case LoginState::Halted:
        return halted();
    case LoginState::WaitingForCard:
    case LoginState::ConfirmingLastTry:
    case LoginState::AwaitingPin:
    case LoginState::InSession:
    case LoginState::CardMayLeave:
    case LoginState::CardAway:
    case LoginState::OtherCardIn:
        break; // these have pages of their own
    }
    return {};
}

LoginMessage lastTryMessage(const LoginView& view) {
    if (view.pinWasMalformed) {
        return {NoticeKind::Warning, LoginText::tr("No PIN has this form. No try was used."),
                LoginText::tr("A PIN has 6 to 8 characters. Enter it again.")};
    }
    if (view.padProblem)
        return padMessage(*view.padProblem);
    if (!view.pinMayBeNew && !view.pinWasWrong)
        return {};
    if (!view.pinWasWrong) {
        return {NoticeKind::Warning,
                LoginText::tr("The change of your PIN was cut off. It is not known which one the card has."),
                LoginText::tr("Enter the new one first; if it is wrong, the old one holds.")};
    }
    LoginMessage wrong{NoticeKind::Error, LoginText::tr("The PIN is wrong."), triesText(view)};
    if (view.pinMayBeNew)
        wrong.text += u'\n' + LoginText::tr("The change was cut off: try the other one, the old or the new.");
    return wrong;
}

LoginMessage padMessage(PadProblem problem) {
    const QString again = LoginText::tr("No try was used. Begin again when you are ready.");
    switch (problem) {
    case PadProblem::Cancelled:
        return {NoticeKind::Info, LoginText::tr("The entry was cancelled on the reader."), again};
    case PadProblem::TimedOut:
        return {NoticeKind::Warning, LoginText::tr("The reader waited too long for the PIN."), again};
    case PadProblem::WrongLength:
        return {NoticeKind::Warning, LoginText::tr("No PIN has this length."),
                LoginText::tr("A PIN has 6 to 8 digits. No try was used.")};
    case PadProblem::NewPinsDiffer:
        return {NoticeKind::Warning, LoginText::tr("The new PIN was not entered twice alike."), again};
    case PadProblem::Unusable:
        return {NoticeKind::Warning, LoginText::tr("The keys of this reader can't be used."),
                LoginText::tr(
                    "No try was used. Type the PIN here from now on, and tell the system administrator.")};
    }
    Q_UNREACHABLE();
}

QString triesText(const LoginView& view) {
    QStringList lines;
    if (!view.triesLeft) {
        lines += LoginText::tr("This card does not tell how many tries are left.");
    } else if (*view.triesLeft == 1) {
        lines += LoginText::tr("This is the card's last try. A wrong PIN blocks the card.");
    } else {
        lines += LoginText::tr("After %1 more wrong PINs this card can't be used.").arg(*view.triesLeft);
    }
    // The terminal makes the card wait before its last try, however few wrong PINs there were.
    const int beforeLast = view.triesLeft ? *view.triesLeft - 1 : view.triesBeforeDelay;
    const int beforeDelay = std::min(view.triesBeforeDelay, beforeLast);
    if (beforeDelay == 1) {
        lines += LoginText::tr("After one more wrong PIN the card has to wait on this terminal.");
    } else if (beforeDelay > 1) {
        lines +=
            LoginText::tr("After %1 more wrong PINs the card has to wait on this terminal.").arg(beforeDelay);
    }
    return lines.join(u'\n');
}

QString countdown(std::chrono::milliseconds left) {
    // Rounded up, so that 0:00 is never shown while there is still something to wait for.
    const auto seconds = std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace madoguchi
