// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl: the station's work that needs no screen.

#include "app/base/secretbytes.h"
#include "app/ctl/attestationcommands.h"
#include "app/ctl/auditcommands.h"
#include "app/ctl/authoritycommands.h"
#include "app/ctl/cardcommands.h"
#include "app/ctl/console.h"
#include "app/ctl/crlcommands.h"
#include "app/ctl/diagnosecommand.h"
#include "app/ctl/stationcommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

using namespace Qt::StringLiterals;

struct Command {
    QLatin1StringView name;
    int (*run)(const QStringList& arguments);
};

constexpr std::array Commands{
    Command{"attestation"_L1, madoguchi::runAttestationCommand},
    Command{"audit"_L1, madoguchi::runAuditCommand},
    Command{"authority"_L1, madoguchi::runAuthorityCommand},
    Command{"card"_L1, madoguchi::runCardCommand},
    Command{"crl"_L1, madoguchi::runCrlCommand},
    Command{"diagnose"_L1, madoguchi::runDiagnoseCommand},
    Command{"station"_L1, madoguchi::runStationCommand},
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (!madoguchi::protectSecrets())
        madoguchi::complain(u"madoguchictl: secrets can't be locked in memory"_s);
    const QStringList arguments = application.arguments();
    const QString name = arguments.value(1);
    const auto* command = std::ranges::find(Commands, name, &Command::name);
    if (command != Commands.end())
        return command->run(arguments.mid(2));
    madoguchi::complain(u"usage: madoguchictl attestation|audit|authority|card|crl|diagnose|station ..."_s);
    return madoguchi::ExitUsage;
}
