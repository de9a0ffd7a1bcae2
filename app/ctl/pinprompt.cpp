// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/pinprompt.h"

#include "app/ctl/console.h"

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LongestSecret = 256;

// Switches the terminal's echo off while it lives.
class SilentTerminal {
public:
    explicit SilentTerminal(int descriptor) : m_descriptor(descriptor) {
        m_known = tcgetattr(descriptor, &m_before) == 0;
        if (!m_known)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(descriptor, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() {
        if (m_known)
            tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    int m_descriptor;
    termios m_before = {};
    bool m_known = false;
};

// Byte by byte, so that nothing beyond the line is taken from the descriptor and no buffer keeps a copy.
Result<SecretBytes> readLine(int descriptor) {
    SecretBytes line;
    SecretBytes byte(1);
    for (;;) {
        const ssize_t count = read(descriptor, byte.data(), 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::FileUnreadable, u"the PIN or passphrase could not be read"_s);
        if (count == 0 || *byte.data() == '\n')
            break;
        if (line.size() == LongestSecret)
            return fail(ErrorCode::InputTooLarge, u"the PIN or passphrase"_s);
        line.append(byte.view());
    }
    return line;
}

void show(int descriptor, const QString& text) {
    const QByteArray bytes = text.toLocal8Bit();
    [[maybe_unused]] const ssize_t written =
        write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

Result<SecretBytes> askPin(const QString& prompt, std::optional<int> descriptor) {
    if (descriptor)
        return readLine(*descriptor);
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) {
        return fail(ErrorCode::FileUnreadable,
                    u"there is no terminal to ask at; use --pin-fd or --passphrase-fd"_s);
    }
    Result<SecretBytes> pin = [&] {
        const SilentTerminal silent(terminal);
        show(terminal, prompt);
        return readLine(terminal);
    }();
    show(terminal, u"\n"_s);
    close(terminal);
    return pin;
}

int wrongPin(const PinOutcome& pin) {
    if (pin.kind == PinOutcome::Kind::Blocked)
        return failed({ErrorCode::CardBlocked});
    complain(u"madoguchictl: wrong PIN, %1 tries left"_s.arg(pin.triesLeft));
    return ExitFailed;
}

} // namespace madoguchi
