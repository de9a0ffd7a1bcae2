// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/simcard/cardcommands.h"

#include "smartcard/simulator/attestation.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simcard/unplugsignal.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/vpcdclient.h"

#include <QCommandLineParser>
#include <QFile>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi::simcard {
namespace {

const QString Usage =
    u"madoguchi-simcard authority --out DIR --name NAME [--of-makers]\n"
    "madoguchi-simcard make --card FILE --authority DIR --name NAME [--serial S] [--organization O] [--unit "
    "OU]\n"
    "                       [--algorithm A] [--management-algorithm A] [--personality P] [--tries N]\n"
    "                       [--maker DIR] [--without-9e] [--not-before DATE] [--not-after DATE] [--pin-file "
    "F] [--puk-file "
    "F]\n"
    "madoguchi-simcard blank --card FILE [--personality P] [--maker DIR]   as its maker delivers it\n"
    "madoguchi-simcard plug --card FILE [--port 35963]   until SIGTERM or the end of standard input\n"
    "madoguchi-simcard show --card FILE\n"
    "A is p256, p384 or rsa2048; --algorithm is that of the keys 9A, 9C and 9E, the other one that of 9D.\n"
    "DIR of --maker: an authority made with --of-makers, to which a YubiKey's attestations lead.\n"
    "P is plain, blocking, echoing, messaging, contactless, yubikey or yubikey-aes: see resources/cards.\n"
    "Without --pin-file and --puk-file a card gets the practice PIN 739154 and the practice PUK 73915428; a "
    "blank one has 123456 and 12345678."_s;

const QByteArray PracticePin = "739154";
const QByteArray PracticePuk = "73915428";
constexpr int AuthorityYears = 20;
constexpr quint16 FirstReaderPort = 35963;

/// Options by name; InputInvalid if there is one that the command does not know, or a required one is
/// missing.
class Options {
public:
    static Result<Options> parse(const QStringList& arguments, const QStringList& required,
                                 const QStringList& optional, const QStringList& flags = {}) {
        QCommandLineParser parser;
        for (const QString& name : required + optional)
            parser.addOption({name, QString(), u"value"_s});
        for (const QString& name : flags)
            parser.addOption(QCommandLineOption(name));
        if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
            return fail(ErrorCode::InputInvalid, Usage);
        Options options;
        for (const QString& name : parser.optionNames())
            options.m_values.insert(name, parser.value(name));
        for (const QString& name : required) {
            if (!options.has(name))
                return fail(ErrorCode::InputInvalid, Usage);
        }
        return options;
    }

    bool has(const QString& name) const { return m_values.contains(name); }
    QString text(const QString& name, const QString& otherwise = {}) const {
        return m_values.value(name, otherwise);
    }

private:
    QMap<QString, QString> m_values;
};

/// The first line of the file, so that a secret need not stand on a command line.
Result<QByteArray> secretFrom(const Options& options, const QString& name, const QByteArray& otherwise) {
    if (!options.has(name))
        return otherwise;
    QFile file(options.text(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    return file.readLine(64).trimmed();
}

Result<QDateTime> dateFrom(const Options& options, const QString& name, const QDateTime& otherwise) {
    if (!options.has(name))
        return otherwise;
    const QDateTime typed = QDateTime::fromString(options.text(name), Qt::ISODate);
    if (!typed.isValid())
        return fail(ErrorCode::InputInvalid, u"a date is written 2026-11-21 or 2026-11-21T12:00:00"_s);
    return QDateTime(typed.date(), typed.time(), QTimeZone::utc());
}

Result<> fillSecrets(CardOrder& order, const Options& options) {
    const Result<QByteArray> pin = secretFrom(options, u"pin-file"_s, PracticePin);
    const Result<QByteArray> puk = secretFrom(options, u"puk-file"_s, PracticePuk);
    if (!pin || !puk)
        return fail((pin ? puk : pin).error());
    order.pin = *pin;
    order.puk = *puk;
    return {};
}

Result<> fillDates(CardOrder& order, const Options& options) {
    const Result<QDateTime> before = dateFrom(options, u"not-before"_s, order.validity.notBefore);
    const Result<QDateTime> after = dateFrom(options, u"not-after"_s, order.validity.notAfter);
    if (!before || !after)
        return fail((before ? after : before).error());
    order.validity = {*before, *after};
    return {};
}

Result<> fillAlgorithms(CardOrder& order, const Options& options) {
    const Result<CardKeyAlgorithm> usual = cardKeyAlgorithmNamed(options.text(u"algorithm"_s, u"p256"_s));
    const Result<CardKeyAlgorithm> management =
        cardKeyAlgorithmNamed(options.text(u"management-algorithm"_s, u"p256"_s));
    if (!usual || !management)
        return fail((usual ? management : usual).error());
    order.authenticationAlgorithm = order.signatureAlgorithm = order.cardAlgorithm = *usual;
    order.managementAlgorithm = *management;
    return {};
}

Result<CardOrder> orderFrom(const Options& options) {
    CardOrder order;
    order.subject = {options.text(u"organization"_s), options.text(u"unit"_s), options.text(u"name"_s),
                     options.text(u"serial"_s)};
    const Result<CardPersonality> personality =
        CardPersonality::named(options.text(u"personality"_s, u"plain"_s));
    if (!personality)
        return fail(personality.error());
    order.personality = *personality;
    if (const Result<> algorithms = fillAlgorithms(order, options); !algorithms)
        return fail(algorithms.error());
    if (options.has(u"tries"_s))
        order.pinTries = order.pukTries = options.text(u"tries"_s).toInt();
    order.withCardAuthentication = !options.has(u"without-9e"_s);
    if (const Result<> secrets = fillSecrets(order, options); !secrets)
        return fail(secrets.error());
    if (const Result<> dates = fillDates(order, options); !dates)
        return fail(dates.error());
    return order;
}

Result<> makeAuthority(const QStringList& arguments, QTextStream& out) {
    const Result<Options> options = Options::parse(arguments, {u"out"_s, u"name"_s}, {}, {u"of-makers"_s});
    if (!options)
        return fail(options.error());
    const QString folder = options->text(u"out"_s);
    const QString name = options->text(u"name"_s);
    if (QFile::exists(folder + u"/ca-key.pem"_s))
        return fail(ErrorCode::FileUnwritable, u"there is an authority in that folder already"_s);
    const Result<CertificateAuthority> authority = CertificateAuthority::make(
        {{}, {}, name, {}}, CertificateValidity::years(AuthorityYears), options->has(u"of-makers"_s) ? 1 : 0);
    if (!authority)
        return fail(authority.error());
    out << "authority " << name << " in " << folder << Qt::endl;
    return authority->save(folder);
}

Result<> saveNew(CardContent& card, const Options& options) {
    const QString path = options.text(u"card"_s);
    if (QFile::exists(path))
        return fail(ErrorCode::FileUnwritable, u"there is a card in that file already"_s);
    if (options.has(u"maker"_s)) {
        const auto maker = CertificateAuthority::load(options.text(u"maker"_s));
        if (!maker)
            return fail(maker.error());
        if (Result<> attests = addAttestationKey(card, *maker); !attests)
            return attests;
    }
    return card.save(path);
}

Result<> make(const QStringList& arguments, QTextStream& out) {
    const Result<Options> options =
        Options::parse(arguments, {u"card"_s, u"authority"_s, u"name"_s},
                       {u"serial"_s, u"organization"_s, u"unit"_s, u"algorithm"_s, u"management-algorithm"_s,
                        u"personality"_s, u"tries"_s, u"maker"_s, u"not-before"_s, u"not-after"_s,
                        u"pin-file"_s, u"puk-file"_s},
                       {u"without-9e"_s});
    if (!options)
        return fail(options.error());
    const Result<CertificateAuthority> authority = CertificateAuthority::load(options->text(u"authority"_s));
    const Result<CardOrder> order = orderFrom(*options);
    if (!authority)
        return fail(authority.error());
    if (!order)
        return fail(order.error());
    Result<CardContent> card = makeCard(*order, *authority);
    if (!card)
        return fail(card.error());
    if (Result<> saved = saveNew(*card, *options); !saved)
        return saved;
    out << "card for " << order->subject.commonName << " in " << options->text(u"card"_s) << Qt::endl;
    return {};
}

Result<> blank(const QStringList& arguments, QTextStream& out) {
    const Result<Options> options = Options::parse(arguments, {u"card"_s}, {u"personality"_s, u"maker"_s});
    if (!options)
        return fail(options.error());
    const auto personality = CardPersonality::named(options->text(u"personality"_s, u"yubikey"_s));
    if (!personality)
        return fail(personality.error());
    CardContent card = blankCardContent(*personality);
    if (Result<> saved = saveNew(card, *options); !saved)
        return saved;
    out << "blank card in " << options->text(u"card"_s) << Qt::endl;
    return {};
}

Result<> plug(const QStringList& arguments, QTextStream& out) {
    const Result<Options> options = Options::parse(arguments, {u"card"_s}, {u"port"_s});
    if (!options)
        return fail(options.error());
    Result<UnplugSignal> unplug = UnplugSignal::watch();
    const Result<std::shared_ptr<SimulatedPivCard>> card = SimulatedPivCard::load(options->text(u"card"_s));
    if (!unplug)
        return fail(unplug.error());
    if (!card)
        return fail(card.error());
    const uint port = options->text(u"port"_s, QString::number(FirstReaderPort)).toUInt();
    Result<VpcdClient> client = VpcdClient::connectTo(static_cast<quint16>(port));
    if (!client)
        return fail(client.error());
    out << "plugged in on port " << port << Qt::endl;
    const auto ended = client->serve(**card, unplug->descriptors(), [&unplug] { return !unplug->isGiven(); });
    out << (ended == VpcdClient::Ended::Stopped ? "unplugged" : "the reader is gone") << Qt::endl;
    return {};
}

Result<> show(const QStringList& arguments, QTextStream& out) {
    const Result<Options> options = Options::parse(arguments, {u"card"_s}, {});
    if (!options)
        return fail(options.error());
    const Result<CardContent> card = CardContent::load(options->text(u"card"_s));
    if (!card)
        return fail(card.error());
    out << "personality " << card->personality.name << Qt::endl
        << "PIN tries left " << card->pin.left << " of " << card->pin.tries << Qt::endl
        << "PUK tries left " << card->puk.left << " of " << card->puk.tries << Qt::endl;
    for (const auto& [reference, key] : card->keys) {
        out << "key " << QString::number(reference, 16).toUpper() << ' '
            << cardKeyAlgorithmName(key.algorithm()) << ", certificate of "
            << card->certificate(reference).size() << " bytes" << Qt::endl;
    }
    return {};
}

} // namespace

Result<> run(const QStringList& arguments, QTextStream& out) {
    const QString command = arguments.value(1);
    const QStringList rest = arguments.mid(1); // the parser takes the first one for the program's name
    const std::pair<QString, Result<> (*)(const QStringList&, QTextStream&)> commands[] = {
        {u"authority"_s, makeAuthority},
        {u"make"_s, make},
        {u"blank"_s, blank},
        {u"plug"_s, plug},
        {u"show"_s, show}};
    for (const auto& [name, function] : commands) {
        if (name == command)
            return function(rest, out);
    }
    return fail(ErrorCode::InputInvalid, Usage);
}

} // namespace madoguchi::simcard
