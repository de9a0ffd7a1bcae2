// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/crlcommands.h"

#include "app/ctl/cardconversation.h"
#include "app/ctl/console.h"
#include "app/ctl/pinprompt.h"
#include "app/issuing/authority.h"
#include "app/issuing/consolesigning.h"
#include "app/issuing/pem.h"
#include "app/issuing/revocations.h"
#include "app/station/policystore.h"
#include "app/station/station.h"
#include "app/storage/durablefile.h"
#include "app/storage/transaction.h"

#include <optional>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// A station with the lists that it has and takes.
struct Office {
    SystemClock clock;
    std::unique_ptr<Station> station;
    std::optional<CertificateVerifier> known; ///< whose lists those are

    Result<> open(const QString& folder) {
        auto opened = Station::open(StationFolder(folder), clock);
        if (!opened)
            return fail(opened.error());
        station = *std::move(opened);
        return lookAnew();
    }
    Result<> lookAnew() {
        auto anchors = OfficeAuthority(station->database()).known(station->facts());
        if (!anchors)
            return fail(anchors.error());
        known = *std::move(anchors);
        return {};
    }
    Revocations revocations() const { return {station->database(), known->anchors()}; }
};

QString summaryOf(const RevocationList& list) {
    return u"list %1, %2 revoked, next update %3"_s.arg(list.number())
        .arg(list.revoked().size())
        .arg(list.nextUpdate().toString(Qt::ISODate));
}

// ---- sign ----------------------------------------------------------------------------------------------

Result<UnsignedRevocationList> nextList(Office& office, const Certificate& issuer) {
    const Result<StationPolicy> policy = PolicyStore(office.station->database()).load();
    if (!policy)
        return fail(ErrorCode::PolicyUnreadable, toString(policy.error()));
    return office.revocations().next(issuer, policy->revocation, office.clock.now());
}

Result<> keep(Office& office, const RevocationList& list, const Certificate& issuer) {
    const ActionCall call{ActionId::RevocationListSign,
                          u"certificate:"_s + QString::fromLatin1(issuer.fingerprint().toHex()),
                          {{u"number"_s, QString::number(list.number())},
                           {u"revoked"_s, QString::number(list.revoked().size())}}};
    return office.station->actions().runAtConsole(call, [&]() -> Result<> {
        const Result<bool> stored = office.revocations().store(list, issuer);
        return stored ? Result<>() : fail(stored.error());
    });
}

int signWith(Office& office, const QString& reader, std::optional<int> descriptor) {
    Station& station = *office.station;
    const Result<IssuingCard> card = converse(
        reader, [&](CardTransaction& transaction) { return examineIssuingCard(station, transaction); });
    if (!card)
        return failed(card.error());
    const Result<Certificate> issuer =
        OfficeAuthority(station.database())
            .issuingCertificateOf(card->registered.chuidHash, office.clock.now());
    if (!issuer)
        return failed(issuer.error());
    const Result<UnsignedRevocationList> order = nextList(office, *issuer);
    if (!order)
        return failed(order.error());
    Result<SecretBytes> pin = askPin(u"PIN of the card: "_s, descriptor);
    if (!pin)
        return failed(pin.error());
    const Result<IssuingSignatures> made = converse(reader, [&](CardTransaction& transaction) {
        return signAtConsole(station, transaction, *card, *issuer, order->toBeSigned(), *std::move(pin));
    });
    if (!made)
        return failed(made.error());
    if (made->pin.kind != PinOutcome::Kind::Accepted)
        return wrongPin(made->pin);
    const Result<RevocationList> list = order->withSignature(made->signatures.constFirst());
    if (!list)
        return failed(list.error());
    if (const Result<> kept = keep(office, *list, *issuer); !kept)
        return failed(kept.error());
    say(u"signed: "_s + summaryOf(*list));
    return ExitDone;
}

int signList(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption reader(u"reader"_s, u"Name of the reader with the issuing card."_s, u"NAME"_s);
    const QCommandLineOption pin(u"pin-fd"_s, u"File descriptor to read the PIN from."_s, u"N"_s);
    parser.addOptions({folder, reader, pin});
    if (!understood(parser, u"crl sign"_s, arguments, {folder, reader}))
        return ExitUsage;
    const auto descriptor = numberIn(parser, pin);
    if (!descriptor)
        return ExitUsage;
    Office office;
    if (const Result<> opened = office.open(parser.value(folder)); !opened)
        return failed(opened.error());
    return signWith(office, parser.value(reader), *descriptor);
}

// ---- export and import ---------------------------------------------------------------------------------

/// The issuing certificates and the newest list of every authority, PEM.
Result<QByteArray> everything(const Office& office, QStringList& summaries) {
    const auto issuing = OfficeAuthority(office.station->database()).issuingCertificates();
    if (!issuing)
        return fail(issuing.error());
    QByteArray text;
    for (const IssuingCertificate& known : *issuing) {
        if (known.certificate.notAfter() > office.clock.now()) // else other stations would refuse it
            text += pemOf(known.certificate);
    }
    QList<QByteArray> written;
    for (const Certificate& issuer : office.known->anchors()) {
        const auto list = office.revocations().listOf(issuer);
        if (!list)
            return fail(list.error());
        if (!*list || written.contains((*list)->der()))
            continue; // a renewed certificate has the list of the one before
        written.append((*list)->der());
        summaries.append(summaryOf(**list));
        text += (*list)->pem();
    }
    if (written.isEmpty())
        return fail(ErrorCode::RevocationUnknown, u"there is no revocation list here"_s);
    return text;
}

int exportLists(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption out(u"out"_s, u"File to write, PEM."_s, u"FILE"_s);
    parser.addOptions({folder, out});
    if (!understood(parser, u"crl export"_s, arguments, {folder, out}))
        return ExitUsage;
    Office office;
    if (const Result<> opened = office.open(parser.value(folder)); !opened)
        return failed(opened.error());
    QStringList summaries;
    const Result<> done =
        office.station->actions().runAtConsole({ActionId::RevocationListExport}, [&]() -> Result<> {
            const Result<QByteArray> text = everything(office, summaries);
            return text
                       ? writeDurably(parser.value(out), *text, FileReaders::OwnerIfTheMediumKnowsPermissions)
                       : fail(text.error());
        });
    if (!done)
        return failed(done.error());
    for (const QString& summary : std::as_const(summaries))
        say(u"exported: "_s + summary);
    return ExitDone;
}

struct Imported {
    int certificates = 0;
    int lists = 0;
};

// False: by somebody else, or here already.
Result<bool> takeRootsList(const Office& office, const CertificateVerifier& roots, const QByteArray& der) {
    const Result<bool> stored = Revocations(office.station->database(), roots.anchors()).import(der);
    return !stored && stored.error().code == ErrorCode::SignatureWrong ? Result<bool>(false) : stored;
}

// The roots' own first: they say which certificates were withdrawn, whose lists count less then.
Result<int> takeLists(Office& office, const CertificateVerifier& roots, const QList<QByteArray>& lists) {
    int taken = 0;
    for (const QByteArray& der : lists) {
        const Result<bool> stored = takeRootsList(office, roots, der);
        if (!stored)
            return fail(stored.error());
        taken += *stored ? 1 : 0;
    }
    for (const QByteArray& der : lists) {
        const Result<bool> stored = office.revocations().import(der);
        if (!stored)
            return fail(stored.error());
        taken += *stored ? 1 : 0;
    }
    return taken;
}

// Certificates first: a list may be by one of them. All or nothing.
Result<Imported> take(Office& office, const PemParts& parts) {
    const auto roots = CertificateVerifier::fromPem(office.station->facts().authorityPem);
    if (!roots)
        return fail(roots.error());
    Result<Transaction> transaction = Transaction::begin(office.station->database());
    if (!transaction)
        return fail(transaction.error());
    Imported imported;
    OfficeAuthority authority(office.station->database());
    for (const QByteArray& der : parts.certificates) {
        const Result<Certificate> certificate = Certificate::fromDer(der);
        const Result<bool> added = certificate ? authority.add(*certificate, {}, *roots, office.clock.now())
                                               : fail(certificate.error());
        if (!added)
            return fail(added.error());
        imported.certificates += *added ? 1 : 0;
    }
    if (const Result<> looked = office.lookAnew(); !looked)
        return fail(looked.error());
    const Result<int> lists = takeLists(office, *roots, parts.lists);
    if (!lists)
        return fail(lists.error());
    imported.lists = *lists;
    const Result<> committed = transaction->commit();
    return committed ? Result<Imported>(imported) : fail(committed.error());
}

/// PEM with certificates and lists, or one list in DER.
Result<PemParts> partsOf(const QString& path) {
    const Result<QByteArray> content = contentOfFile(path, 2 * RevocationList::LargestDer);
    if (!content)
        return fail(content.error());
    return content->contains("-----BEGIN ") ? partsOfPem(*content) : PemParts{{}, {*content}};
}

int importLists(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption from(u"in"_s, u"File to read, PEM or DER."_s, u"FILE"_s);
    parser.addOptions({folder, from});
    if (!understood(parser, u"crl import"_s, arguments, {folder, from}))
        return ExitUsage;
    Office office;
    if (const Result<> opened = office.open(parser.value(folder)); !opened)
        return failed(opened.error());
    const Result<Imported> imported =
        office.station->actions().runAtConsole({ActionId::RevocationListImport}, [&]() -> Result<Imported> {
            const Result<PemParts> parts = partsOf(parser.value(from));
            return parts ? take(office, *parts) : fail(parts.error());
        });
    if (!imported)
        return failed(imported.error());
    say(u"imported: %1 new issuing certificates, %2 new lists"_s.arg(imported->certificates)
            .arg(imported->lists));
    return ExitDone;
}

} // namespace

int runCrlCommand(const QStringList& arguments) {
    const QString command = arguments.value(0);
    if (command == u"sign"_s)
        return signList(arguments.mid(1));
    if (command == u"export"_s)
        return exportLists(arguments.mid(1));
    if (command == u"import"_s)
        return importLists(arguments.mid(1));
    complain(u"usage: madoguchictl crl sign --station DIR --reader NAME [--pin-fd N]\n"
             "       madoguchictl crl export --station DIR --out FILE\n"
             "       madoguchictl crl import --station DIR --in FILE"_s);
    return ExitUsage;
}

} // namespace madoguchi
