// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/withdrawcommand.h"

#include "app/ctl/console.h"
#include "app/ctl/pinprompt.h"
#include "app/issuing/authority.h"
#include "app/issuing/revocations.h"
#include "app/issuing/rootwithdrawal.h"
#include "app/operators/cardevents.h"
#include "app/operators/operatordirectory.h"
#include "app/setup/officeroot.h"
#include "app/station/station.h"

#include <algorithm>
#include <openssl/x509v3.h>
#include <optional>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct WithdrawCommand {
    QString station;
    QString root;
    QByteArray serial;  ///< empty: the operator's
    QString operatorId; ///< empty: that serial number
    IssuedCards issued = IssuedCards::Stay;
    std::optional<int> passphraseDescriptor;
};

constexpr char16_t Usage[] =
    u"one of --serial and --operator is needed, and at most one of --keep-issued and --refuse-issued";

std::optional<WithdrawCommand> commandFrom(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption station = stationOption();
    const QCommandLineOption root(u"root"_s, u"Folder with the office's root, on its medium."_s, u"DIR"_s);
    const QCommandLineOption serial(u"serial"_s, u"Serial number of the issuing certificate."_s, u"HEX"_s);
    const QCommandLineOption person(
        u"operator"_s, u"Whose lost or invalidated cards may issue no more, by operator id."_s, u"ID"_s);
    const QCommandLineOption keep(u"keep-issued"_s,
                                  u"Cards that were issued with it stay valid (so without an option)."_s);
    const QCommandLineOption refuse(u"refuse-issued"_s, u"Cards that were issued with it are refused."_s);
    const QCommandLineOption passphrase(u"passphrase-fd"_s,
                                        u"File descriptor to read the root's passphrase from."_s, u"N"_s);
    parser.addOptions({station, root, serial, person, keep, refuse, passphrase});
    if (!understood(parser, u"authority withdraw"_s, arguments, {station, root}))
        return std::nullopt;
    const auto descriptor = numberIn(parser, passphrase);
    if (!descriptor)
        return std::nullopt;
    if (parser.isSet(serial) == parser.isSet(person) || (parser.isSet(keep) && parser.isSet(refuse))) {
        complain(QString::fromUtf16(Usage));
        return std::nullopt;
    }
    return WithdrawCommand{.station = parser.value(station),
                           .root = parser.value(root),
                           .serial = QByteArray::fromHex(parser.value(serial).toLatin1()),
                           .operatorId = parser.value(person),
                           .issued = parser.isSet(refuse) ? IssuedCards::Refused : IssuedCards::Stay,
                           .passphraseDescriptor = *descriptor};
}

// ---- which certificates --------------------------------------------------------------------------------

bool canNotIssue(OperatorCardState state) {
    return state == OperatorCardState::Lost || state == OperatorCardState::Found ||
           state == OperatorCardState::Invalidated || state == OperatorCardState::Destroyed;
}

Result<QList<QByteArray>> chuidsOf(Station& station, const QString& operatorId) {
    const Result<QList<OperatorCard>> cards = OperatorDirectory(station.database()).cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    QList<QByteArray> chuids;
    for (const OperatorCard& card : *cards) {
        if (canNotIssue(card.state) && !card.chuidHash.isEmpty())
            chuids.append(card.chuidHash);
    }
    return chuids;
}

/// Of the certificates that the station knows. It is the key that is withdrawn: a renewed certificate of the
/// same key goes too.
Result<QList<Certificate>> chosen(Station& station, const WithdrawCommand& command) {
    const auto all = OfficeAuthority(station.database()).issuingCertificates();
    if (!all)
        return fail(all.error());
    const Result<QList<QByteArray>> chuids = chuidsOf(station, command.operatorId);
    if (!chuids)
        return fail(chuids.error());
    QList<QByteArray> keys;
    for (const IssuingCertificate& each : *all) {
        const bool fits = command.operatorId.isEmpty() ? serialNumberOf(each.certificate) == command.serial
                                                       : chuids->contains(each.chuidHash);
        if (fits)
            keys.append(each.certificate.spki());
    }
    QList<Certificate> certificates;
    for (const IssuingCertificate& each : *all) {
        if (keys.contains(each.certificate.spki()))
            certificates.append(each.certificate);
    }
    return certificates;
}

/// For somebody who has no serial number yet.
int noneFound(Station& station) {
    const auto all = OfficeAuthority(station.database()).issuingCertificates();
    if (!all)
        return failed(all.error());
    for (const IssuingCertificate& each : *all) {
        complain(u"known: --serial %1 (%2, until %3)"_s.arg(
            QString::fromLatin1(serialNumberOf(each.certificate).toHex()),
            each.certificate.subjectCommonName(), each.certificate.notAfter().toString(Qt::ISODate)));
    }
    return failed(
        {ErrorCode::IssuingCertificateMissing, u"no lost or invalidated card, or no such number"_s});
}

// ---- withdrawing ---------------------------------------------------------------------------------------

Result<RevocationList> sign(const WithdrawCommand& command, const RootOnMedium& root,
                            const Revocations& lists, const QList<Certificate>& certificates,
                            const QDateTime& now) {
    QList<RevocationList> known;
    for (const auto& list : {rootListIn(command.root, root.certificate), lists.listOf(root.certificate)}) {
        if (!list)
            return fail(list.error());
        if (*list)
            known.append(**list);
    }
    const Result<RevocationList> next = signWithdrawal(root, known, certificates, command.issued, now);
    // The medium first: whatever a station knows, the next list counts on from there.
    const Result<> written = next ? writeRootListIn(command.root, *next) : fail(next.error());
    return written ? next : fail(written.error());
}

/// Cards in people's hands here that one of them issued.
Result<int> issuedHere(Station& station, const QList<Certificate>& certificates) {
    const auto people = OperatorDirectory(station.database()).listAtConsole();
    if (!people)
        return fail(people.error());
    int count = 0;
    for (const OperatorDetails& details : *people) {
        for (const OperatorCard& card : details.cards) {
            const Result<Certificate> login = Certificate::fromDer(card.authenticationCertificate);
            const bool issued = login && std::ranges::any_of(certificates, [&](const Certificate& issuer) {
                                    return X509_check_issued(issuer.handle(), login->handle()) == X509_V_OK;
                                });
            count += issued && isInHands(card.state) ? 1 : 0;
        }
    }
    return count;
}

Result<RevocationList> withdraw(Station& station, const WithdrawCommand& command, const RootOnMedium& root,
                                const QList<Certificate>& roots, const QList<Certificate>& certificates) {
    QStringList serials;
    for (const Certificate& certificate : certificates)
        serials += QString::fromLatin1(serialNumberOf(certificate).toHex());
    const ActionCall call{
        ActionId::RevocationListSign,
        u"certificate:"_s + QString::fromLatin1(root.certificate.fingerprint().toHex()),
        {{u"withdrawn"_s, serials.join(u',')},
         {u"issued-cards"_s, command.issued == IssuedCards::Stay ? u"stay"_s : u"refused"_s}}};
    return station.actions().runAtConsole(call, [&]() -> Result<RevocationList> {
        Revocations lists(station.database(), roots);
        Result<RevocationList> list = sign(command, root, lists, certificates, station.clock().now());
        if (!list)
            return list;
        const Result<bool> stored = lists.store(*list, root.certificate);
        return stored ? list : fail(stored.error());
    });
}

int tell(Station& station, const WithdrawCommand& command, const RevocationList& list,
         const QList<Certificate>& certificates) {
    for (const Certificate& certificate : certificates)
        say(u"withdrawn: %1"_s.arg(certificate.subjectCommonName()));
    const Result<int> count = issuedHere(station, certificates);
    if (!count)
        return failed(count.error());
    const auto& revoked = list.revoked();
    const bool stay = std::ranges::all_of(certificates, [&](const Certificate& certificate) {
        const auto entry =
            std::ranges::find(revoked, serialNumberOf(certificate), &RevokedCertificate::serialNumber);
        return entry != revoked.end() && isKept(*entry);
    });
    if (!stay && command.issued == IssuedCards::Stay)
        say(u"its cards were refused before, and stay so"_s);
    say((stay ? u"%1 cards in use here were issued with it: they stay valid"_s
              : u"%1 cards in use here were issued with it: they are refused"_s)
            .arg(*count));
    say(u"the root's list %1 is on its medium; carry it to the other stations: crl export, crl import"_s.arg(
        list.number()));
    return ExitDone;
}

} // namespace

int runWithdrawCommand(const QStringList& arguments) {
    const auto command = commandFrom(arguments);
    if (!command)
        return ExitUsage;
    const SystemClock clock;
    const auto station = Station::open(StationFolder(command->station), clock);
    if (!station)
        return failed(station.error());
    const auto roots = Certificate::listFromPem((*station)->facts().authorityPem);
    if (!roots)
        return failed(roots.error());
    const Result<QList<Certificate>> certificates = chosen(**station, *command);
    if (!certificates)
        return failed(certificates.error());
    if (certificates->isEmpty())
        return noneFound(**station);
    const Result<SecretBytes> passphrase =
        askPin(u"Passphrase of the root: "_s, command->passphraseDescriptor);
    if (!passphrase)
        return failed(passphrase.error());
    const Result<RootOnMedium> root =
        openTrustedRoot(CertificateVerifier::trusting(*roots), command->root, *passphrase);
    if (!root)
        return failed(root.error());
    const Result<RevocationList> list = withdraw(**station, *command, *root, *roots, *certificates);
    return list ? tell(**station, *command, *list, *certificates) : failed(list.error());
}

} // namespace madoguchi
