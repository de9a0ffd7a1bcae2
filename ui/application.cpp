// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/application.h"

#include "app/base/secretbytes.h"
#include "ui/errorpage.h"
#include "ui/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QScreen>
#include <QSocketNotifier>
#include <QVBoxLayout>

#include <array>
#include <atomic>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// The one global: a signal handler gets nothing passed.
std::atomic<int> signalPipe{-1};

} // namespace

QString defaultStationFolder(const QString& name) {
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    // A relative path is to be ignored (XDG Base Directory Specification).
    if (!QDir::isAbsolutePath(state))
        state = QDir::homePath() + u"/.local/state"_s;
    return state + u"/madoguchi/"_s + name;
}

StartOptions readOptions(QCommandLineParser& parser, const QApplication& application,
                         const QString& stationName) {
    const QCommandLineOption station(u"station"_s, u"The station's folder."_s, u"DIR"_s,
                                     defaultStationFolder(stationName));
    const QCommandLineOption scale(u"scale"_s, u"Size of text and controls, 100 to 200."_s, u"PERCENT"_s,
                                   u"100"_s);
    parser.addOption(station);
    parser.addOption(scale);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    return {QDir(parser.value(station)).absolutePath(), Scale::fromPercent(parser.value(scale).toInt())};
}

void prepare(QApplication& application, Scale scale) {
    if (!protectSecrets())
        qWarning("secrets could not be locked in memory (see ulimit -l); they may reach the swap space");
    if (const Result<> translated = installJapanese(application); !translated)
        qWarning("%s", qPrintable(toString(translated.error())));
    applyTheme(application, scale);
}

void quitOnSignals(QApplication& application) {
    static_assert(std::atomic<int>::is_always_lock_free);
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return;
    signalPipe.store(ends[0]);
    auto* notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] {
        QApplication::closeAllWindows();
        QApplication::quit();
    });
    struct sigaction action {};
    action.sa_handler = [](int) {
        // All that may be done in a handler; a full pipe already says it.
        [[maybe_unused]] const ssize_t written = ::write(signalPipe.load(), "!", 1);
    };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

void showFitting(QWidget& window) {
    constexpr QSize StartSize{1280, 800};
    constexpr int Frame = 48; // pixels; what the window manager adds is not known before
    const QSize wanted = QSize(theme::px(StartSize.width()), theme::px(StartSize.height()));
    const QSize room = window.screen()->availableSize();
    window.resize(wanted.boundedTo(room));
    if (wanted.width() > room.width() || wanted.height() + Frame > room.height()) {
        window.showMaximized();
    } else {
        window.show();
    }
}

std::unique_ptr<QWidget> refusal(const Error& error, QWidget* strip) {
    qWarning("can't start: %s", qPrintable(toString(error)));
    auto window = std::make_unique<QWidget>();
    window->setWindowTitle(QCoreApplication::translate("ErrorPage", "Madoguchi can't start"));
    window->resize(theme::px(720), theme::px(320));
    auto* page = new ErrorPage(error);
    auto* rows = new QVBoxLayout(window.get());
    rows->setContentsMargins(0, 0, 0, 0);
    if (strip != nullptr)
        rows->addWidget(strip);
    rows->addWidget(page, 1);
    window->setFocusProxy(page);
    page->setFocus();
    return window;
}

} // namespace madoguchi
