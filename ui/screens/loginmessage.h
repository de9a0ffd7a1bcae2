// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the login says in words at one moment, translated. Pure; any thread once the translators are
// installed.
#pragma once

#include "app/login/loginview.h"
#include "ui/widgets/notice.h"

#include <QStringList>

namespace madoguchi {

struct LoginMessage {
    NoticeKind kind = NoticeKind::Info;
    QString title;
    QString text = {}; ///< lines: what is safe, what to do; may be empty
};

/// While nobody's card is in the reader: what to do, or what is wrong with readers and service, or why a
/// change of cards locked the session.
LoginMessage waitingMessage(const LoginView& view);
/// Which assigned reader is not connected, and what to do; an empty title when none is missing.
LoginMessage missingReaderMessage(const ReaderAssignment& missing);
/// For the states in which nothing is typed: reading, checking, opening, delayed, refused, halted.
/// `programs`: those that use cards, told where another one has the card; may be empty.
LoginMessage progressMessage(const LoginView& view, const QStringList& programs = {});
/// How the last try ended; an empty title when there was none.
LoginMessage lastTryMessage(const LoginView& view);
/// Why an entry on the reader's keys came to nothing, and what to do.
LoginMessage padMessage(PadProblem problem);
/// What a wrong PIN will cost, said before it is typed.
QString triesText(const LoginView& view);
/// 4:32
QString countdown(std::chrono::milliseconds left);

} // namespace madoguchi
