// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/authoritycommands.h"

#include "app/crypto/random.h"
#include "app/ctl/cardconversation.h"
#include "app/ctl/console.h"
#include "app/ctl/pinprompt.h"
#include "app/ctl/withdrawcommand.h"
#include "app/issuing/authority.h"
#include "app/issuing/consolesigning.h"
#include "app/issuing/firstcard.h"
#include "app/issuing/formercards.h"
#include "app/issuing/revocations.h"
#include "app/issuing/rootmedium.h"
#include "app/operators/operatordirectory.h"
#include "app/setup/firstadministrator.h"
#include "app/setup/officeroot.h"
#include "app/station/station.h"

#include <optional>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChallengeBytes = 32;

/// What every command with the root takes.
struct RootCommand {
    QString station;
    QString root;
    QString reader;
    std::optional<int> passphraseDescriptor;
    std::optional<int> pinDescriptor;
};

std::optional<RootCommand> rootCommandFrom(QCommandLineParser& parser, const QString& name,
                                           const QStringList& arguments,
                                           const QList<QCommandLineOption>& further = {},
                                           const QList<QCommandLineOption>& optional = {}) {
    const QCommandLineOption station = stationOption();
    const QCommandLineOption root(u"root"_s, u"Folder with the office's root, on its medium."_s, u"DIR"_s);
    const QCommandLineOption reader(u"reader"_s, u"Name of the reader with the administrator's card."_s,
                                    u"NAME"_s);
    const QCommandLineOption passphrase(u"passphrase-fd"_s,
                                        u"File descriptor to read the root's passphrase from."_s, u"N"_s);
    const QCommandLineOption pin(u"pin-fd"_s, u"File descriptor to read the PIN from."_s, u"N"_s);
    parser.addOptions(QList{station, root, reader, passphrase, pin} + further + optional);
    if (!understood(parser, name, arguments, QList{station, root, reader} + further))
        return std::nullopt;
    const auto passphraseDescriptor = numberIn(parser, passphrase);
    const auto pinDescriptor = numberIn(parser, pin);
    if (!passphraseDescriptor || !pinDescriptor)
        return std::nullopt;
    return RootCommand{parser.value(station), parser.value(root), parser.value(reader), *passphraseDescriptor,
                       *pinDescriptor};
}

Result<RootOnMedium> askForRoot(const RootCommand& command, const CertificateVerifier& roots) {
    const Result<SecretBytes> passphrase =
        askPin(u"Passphrase of the root: "_s, command.passphraseDescriptor);
    return passphrase ? openTrustedRoot(roots, command.root, *passphrase) : fail(passphrase.error());
}

// The card proves that it has the key by a signature, before anything is stored.
Result<PinOutcome> proveKey(Station& station, const RootCommand& command, const IssuingCard& card,
                            const Certificate& certificate) {
    Result<SecretBytes> pin = askPin(u"PIN of the card: "_s, command.pinDescriptor);
    if (!pin)
        return fail(pin.error());
    const auto proof = converse(command.reader, [&](CardTransaction& transaction) {
        return signAtConsole(station, transaction, card, certificate, randomBytes(ChallengeBytes),
                             *std::move(pin));
    });
    return proof ? Result<PinOutcome>(proof->pin) : fail(proof.error());
}

Result<> store(Station& station, const IssuingCard& card, const Certificate& certificate,
               const CertificateVerifier& roots) {
    const ActionCall call{ActionId::AuthorityCertify,
                          u"certificate:"_s + QString::fromLatin1(certificate.fingerprint().toHex()),
                          {{u"until"_s, certificate.notAfter().toString(Qt::ISODate)}}};
    return station.actions().runAtConsole(call, [&]() -> Result<> {
        const Result<bool> added =
            OfficeAuthority(station.database())
                .add(certificate, card.registered.chuidHash, roots, station.clock().now());
        return added ? Result<>() : fail(added.error());
    });
}

int certify(const QStringList& arguments) {
    QCommandLineParser parser;
    const auto command = rootCommandFrom(parser, u"authority certify"_s, arguments);
    if (!command)
        return ExitUsage;
    const SystemClock clock;
    const auto station = Station::open(StationFolder(command->station), clock);
    if (!station)
        return failed(station.error());
    const auto roots = CertificateVerifier::fromPem((*station)->facts().authorityPem);
    if (!roots)
        return failed(roots.error());
    const Result<IssuingCard> card = converse(command->reader, [&](CardTransaction& transaction) {
        return examineIssuingCard(**station, transaction);
    });
    if (!card)
        return failed(card.error());
    const Result<RootOnMedium> root = askForRoot(*command, *roots);
    if (!root)
        return failed(root.error());
    const auto certificate = certifyIssuingKey(*root, card->key, (*station)->facts().office, clock.now());
    if (!certificate)
        return failed(certificate.error());
    const Result<PinOutcome> pin = proveKey(**station, *command, *card, *certificate);
    if (!pin)
        return failed(pin.error());
    if (pin->kind != PinOutcome::Kind::Accepted)
        return wrongPin(*pin);
    if (const Result<> stored = store(**station, *card, *certificate, *roots); !stored)
        return failed(stored.error());
    say(u"certified: %1, until %2"_s.arg(certificate->subjectCommonName(),
                                         certificate->notAfter().toString(Qt::ISODate)));
    return ExitDone;
}

// ---- the first card ------------------------------------------------------------------------------------

// Typed twice, because a PIN that nobody knows makes a useless card; a script's is taken as it comes.
Result<SecretBytes> newPin(std::optional<int> descriptor) {
    Result<SecretBytes> first = askPin(u"New PIN, chosen by the card's holder: "_s, descriptor);
    if (!first || descriptor)
        return first;
    const Result<SecretBytes> second = askPin(u"The same again: "_s, descriptor);
    if (!second)
        return fail(second.error());
    return *first == *second ? std::move(first) : fail(ErrorCode::InputInvalid, u"they are not the same"_s);
}

/// The root gives the office key that first cards began with; no card, and nothing else, gives another.
Result<> tellWhatIsLost(Station& station, const RootOnMedium& root) {
    const auto office = officeKeyFrom(station, root);
    const auto cards = office ? cardsBeyond(station, *office) : fail(office.error());
    if (!cards)
        return fail(cards.error());
    if (!cards->isEmpty()) {
        complain(u"lost with the former office key, which this root does not give: PUKs and management keys "
                 "of %1. These cards can be used until they end; a blocked PIN of theirs can't be unblocked, "
                 "nor the card issued again: replace them by blank cards"_s.arg(cards->join(u", "_s)));
    }
    return {};
}

Result<Enrolled> makeFirst(Station& station, const RootCommand& command, const Operator& person,
                           const QStringList& insteadOf) {
    const auto roots = CertificateVerifier::fromPem(station.facts().authorityPem);
    if (!roots)
        return fail(roots.error());
    const Result<RootOnMedium> root = askForRoot(command, *roots);
    if (!root)
        return fail(root.error());
    if (const Result<> may = mayMakeFirstCard(station, *root, insteadOf); !may)
        return fail(may.error());
    if (const Result<> told = tellWhatIsLost(station, *root); !told)
        return fail(told.error());
    Result<SecretBytes> pin = newPin(command.pinDescriptor);
    if (!pin)
        return fail(pin.error());
    const Result<CardCatalogue> catalogue = CardCatalogue::load();
    if (!catalogue)
        return fail(catalogue.error());
    return converse(command.reader, [&](CardTransaction& transaction) -> Result<Enrolled> {
        const Result<QByteArray> atr = answerToReset(command.reader);
        if (!atr)
            return fail(atr.error());
        auto order = firstCardOrder(person, *std::move(pin), *catalogue, *atr, station.clock());
        order.insteadOf = insteadOf;
        return makeFirstCard(station, *root, order, transaction);
    });
}

/// The key of an issuing certificate may be on a card that never came into the register.
Result<> tellWhatWasLeft(Station& station) {
    const OfficeAuthority authority(station.database());
    const auto issuing = authority.issuingCertificates();
    if (!issuing)
        return fail(issuing.error());
    for (const IssuingCertificate& each : *issuing) {
        const auto card = OperatorDirectory(station.database()).cardByChuid(each.chuidHash);
        if (!card)
            return fail(card.error());
        if (!*card && authority.issuingCertificateOf(each.chuidHash, station.clock().now())) {
            say(u"left by a card that was not finished: authority withdraw --serial %1"_s.arg(
                QString::fromLatin1(serialNumberOf(each.certificate).toHex())));
        }
    }
    return {};
}

int firstCard(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption id(u"operator"_s, u"Id of the card administrator, for the log."_s, u"ID"_s);
    const QCommandLineOption name(u"name"_s, u"Name."_s, u"NAME"_s);
    const QCommandLineOption kana(u"kana"_s, u"Reading of the name."_s, u"KANA"_s);
    const QCommandLineOption instead(
        u"instead-of"_s,
        u"Administrator's card that can't be used any more, such as C-0001: it is invalidated. Again for each."_s,
        u"CARD"_s);
    const auto command =
        rootCommandFrom(parser, u"authority first-card"_s, arguments, {id, name, kana}, {instead});
    if (!command)
        return ExitUsage;
    const SystemClock clock;
    const auto station = Station::open(StationFolder(command->station), clock);
    if (!station)
        return failed(station.error());
    const Operator person = firstAdministrator(parser.value(id), parser.value(name), parser.value(kana));
    const QStringList insteadOf = parser.values(instead);
    const Result<Enrolled> made = makeFirst(**station, *command, person, insteadOf);
    if (!made)
        return failed(made.error());
    say(u"made: card %1, operator %2, may issue cards"_s.arg(made->card, person.id));
    if (const Result<bool> two = canTwoIssue(**station); two && !*two)
        say(u"next, somebody else's in the same way: two people issue every further card"_s);
    if (!insteadOf.isEmpty()) {
        say(u"invalidated: %1; to take the issuing certificate back too: authority withdraw"_s.arg(
            insteadOf.join(u", "_s)));
    }
    const Result<> told = tellWhatWasLeft(**station);
    return told ? ExitDone : failed(told.error());
}

} // namespace

int runAuthorityCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"first-card"_s)
        return firstCard(arguments.mid(1));
    if (arguments.value(0) == u"certify"_s)
        return certify(arguments.mid(1));
    if (arguments.value(0) == u"withdraw"_s)
        return runWithdrawCommand(arguments.mid(1));
    complain(u"usage: madoguchictl authority first-card --station DIR --root DIR --reader NAME --operator ID "
             "--name NAME --kana KANA [--instead-of CARD] [--passphrase-fd N] [--pin-fd N]\n"
             "       madoguchictl authority certify --station DIR --root DIR --reader NAME "
             "[--passphrase-fd N] [--pin-fd N]\n"
             "       madoguchictl authority withdraw --station DIR --root DIR (--serial HEX | --operator ID) "
             "[--keep-issued | --refuse-issued] [--passphrase-fd N]"_s);
    return ExitUsage;
}

} // namespace madoguchi
