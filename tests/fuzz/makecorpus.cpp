// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Writes the first inputs of each fuzz target into the folder named by its argument: honest conversations
// with simulated cards, honest objects, lists and records. Keys are random, so each run writes other bytes.

#include "app/audit/auditrecord.h"
#include "app/crypto/revocationlist.h"
#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivcontent.h"
#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/cardkey.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzissuer.h"

#include <QDir>
#include <QFile>

#include <openssl/x509v3.h>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

class Corpus {
public:
    explicit Corpus(const QString& folder) : m_folder(folder) {}

    void add(const QString& target, const QString& name, const QByteArray& bytes) const {
        const QString folder = m_folder + u'/' + target;
        QFile file(folder + u'/' + name);
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written", qPrintable(file.fileName()));
    }

private:
    QString m_folder;
};

QByteArray answer(const QByteArray& bytes) {
    return QByteArray(1, static_cast<char>(bytes.size() >> 8)) + static_cast<char>(bytes.size() & 0xFF) +
           bytes;
}

QByteArray ok(const QByteArray& data = {}) {
    return answer(data + QByteArray::fromHex("9000"));
}

QByteArray modeByte(int mode) {
    return {1, static_cast<char>(mode)};
}

/// With gzip (RFC 1952), as some tools store certificates.
QByteArray packed(const QByteArray& bytes) {
    QByteArray out(bytes.size() + 100, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return out.first(static_cast<qsizetype>(stream.total_out));
}

/// What a card says, as FuzzedCard reads it.
class Listener final : public CardTransaction {
public:
    explicit Listener(SimulatedCard& card) : m_card(card) { m_card.reset(); }
    Result<SecretBytes> transmit(QByteArrayView command) override {
        const QByteArray said = m_card.transmit(command);
        m_heard += answer(said);
        return SecretBytes::copyOf(said);
    }
    const QByteArray& heard() const { return m_heard; }

private:
    SimulatedCard& m_card;
    QByteArray m_heard;
};

void addAnswers(const Corpus& corpus) {
    const QByteArray many(100, 'x');
    corpus.add(u"exchange"_s, u"at-once"_s, modeByte(0) + ok(many));
    corpus.add(u"exchange"_s, u"in-pieces"_s,
               modeByte(0) + answer(many + QByteArray::fromHex("6100")) +
                   answer(many + QByteArray::fromHex("6110")) + ok(many));
    corpus.add(u"exchange"_s, u"other-length"_s,
               modeByte(0) + answer(QByteArray::fromHex("6C64")) + ok(many));
    corpus.add(u"exchange"_s, u"tries"_s, modeByte(1) + answer(QByteArray::fromHex("63C2")));
    corpus.add(u"exchange"_s, u"chained"_s, modeByte(2) + ok() + ok(many));
    corpus.add(u"exchange"_s, u"refused-in-chain"_s,
               modeByte(3) + ok() + answer(QByteArray::fromHex("6A84")));
}

void addCards(const Corpus& corpus) {
    const CardContent content = fuzzCardContent();
    for (const auto& [tag, value] : content.objects)
        corpus.add(u"tlv"_s, QString::number(tag, 16), value);
    corpus.add(u"certificate"_s, u"login"_s, content.objects.at(CardContent::certificateTag(0x9A)));
    corpus.add(u"certificate"_s, u"packed"_s,
               simulator::encodeTlv(0x70, packed(content.certificate(0x9A))) +
                   simulator::encodeTlv(0x71, QByteArray(1, 1)));
    SimulatedPivCard card(fuzzCardContent());
    Listener listener(card);
    static_cast<void>(expect(readCardIdentity(listener, [](const QByteArray&) { return std::nullopt; })));
    corpus.add(u"identity"_s, u"unknown-card"_s, modeByte(0) + listener.heard());
    for (const int mode : {1, 3}) {
        corpus.add(u"identity"_s, u"honest-%1"_s.arg(mode), modeByte(mode));
        corpus.add(u"identity"_s, u"one-bit-%1"_s.arg(mode),
                   modeByte(mode) + QByteArray::fromHex("0000030005010304001001"));
    }
    corpus.add(u"pinlogin"_s, u"honest"_s, modeByte(1));
    corpus.add(u"pinlogin"_s, u"honest-with-card-key"_s, modeByte(3));
    corpus.add(u"pinlogin"_s, u"card-key-not-proven"_s, modeByte(2) + listener.heard() + ok());
    corpus.add(u"pinlogin"_s, u"pin-said-right"_s, modeByte(0) + listener.heard() + ok());
    corpus.add(u"pinlogin"_s, u"status-changed"_s, modeByte(1) + QByteArray::fromHex("0000046983"));
    corpus.add(u"pinlogin"_s, u"pad-said-right"_s, modeByte(5) + QByteArray::fromHex("0000009000"));
    corpus.add(u"pinlogin"_s, u"pad-cancelled"_s, modeByte(5) + QByteArray::fromHex("0000006401"));
    corpus.add(u"pinlogin"_s, u"secret-replaced"_s,
               modeByte(1) + QByteArray::fromHex("000000000103AABB9000"));
}

/// Self-signed, without a subject, but naming a card.
QByteArray certificateNaming(const char* names) {
    const CardKey key = expect(CardKey::generate(CardKeyAlgorithm::P256));
    const openssl::X509Certificate made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), key.key());
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names);
    X509_add_ext(made.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(made.get(), key.key(), EVP_sha256());
    QByteArray der(i2d_X509(made.get(), nullptr), Qt::Uninitialized);
    auto* to = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(made.get(), &to);
    return der;
}

void addCardObjects(const Corpus& corpus) {
    const QByteArray guid = QByteArray::fromHex("3f2504e04f8941d39a0c0305e82c3301");
    const QByteArray chuid = chuidContent(guid, QDate(2029, 11, 20));
    const QByteArray capabilities = capabilityContent(QByteArray(CapabilityIdentifierBytes, 'i'));
    const auto inObject = [](const QByteArray& content) { return ok(simulator::encodeTlv(0x53, content)); };
    corpus.add(u"cardobjects"_s, u"chuid"_s, modeByte(0) + chuid);
    corpus.add(u"cardobjects"_s, u"capabilities"_s, modeByte(1) + capabilities);
    for (const char* policy : {"4000", "6010", "6020"})
        corpus.add(u"cardobjects"_s, u"discovery-%1"_s.arg(QLatin1String(policy)),
                   modeByte(2) +
                       ok(QByteArray::fromHex(QByteArray("7E124F0BA0000003080000100001005F2F02") + policy)));
    corpus.add(u"cardobjects"_s, u"blank"_s,
               modeByte(3) + inObject(capabilities) + answer(QByteArray::fromHex("6A82")) +
                   answer(QByteArray::fromHex("6A82")) + answer(QByteArray::fromHex("6A82")));
    const auto binding = [&](const QByteArray& certificate) {
        return modeByte(4) + QByteArray(1, static_cast<char>(chuid.size())) + chuid + certificate;
    };
    corpus.add(u"cardobjects"_s, u"binding-by-subject"_s, binding(fuzzCardContent().certificate(0x9E)));
    corpus.add(u"cardobjects"_s, u"binding-by-guid"_s,
               binding(certificateNaming("URI:urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301")));
    corpus.add(u"cardobjects"_s, u"binding-by-fascn"_s,
               binding(certificateNaming("otherName:2.16.840.1.101.3.6.6;FORMAT:HEX,OCT:"
                                         "d10c86da739ced39ce739d836858210842108421c84210c3eb")));
}

void addEnrolments(const Corpus& corpus) {
    corpus.add(u"enrolment"_s, u"honest"_s, modeByte(1));
    corpus.add(u"enrolment"_s, u"pin-said-wrong"_s, modeByte(1) + QByteArray(20, '\0') + "\x04\x63\xC2");
    SimulatedPivCard card(fuzzCardContent(false));
    Listener listener(card);
    static_cast<void>(expect(readCardIdentity(listener, [](const QByteArray&) { return std::nullopt; })));
    const QByteArray examined = listener.heard();
    corpus.add(u"enrolment"_s, u"no-card-key"_s, modeByte(0) + examined + examined);
    corpus.add(u"enrolment"_s, u"last-try"_s,
               modeByte(0) + examined.chopped(4) + answer(QByteArray::fromHex("63C1")));
}

void addBlankCards(const Corpus& corpus) {
    for (const int mode : {1, 3}) {
        corpus.add(u"personalisation"_s, u"honest-%1"_s.arg(mode), modeByte(mode));
        corpus.add(u"personalisation"_s, u"key-spoilt-%1"_s.arg(mode),
                   modeByte(mode) + QByteArray(12, '\0') + QByteArray::fromHex("03000801"));
        corpus.add(u"personalisation"_s, u"reset-on-the-way-%1"_s.arg(mode),
                   modeByte(mode) + QByteArray(5, '\0') + QByteArray(1, 7));
    }
    const QByteArray selected = QByteArray::fromHex("61114F0600001000010079074F05A000000308");
    corpus.add(u"personalisation"_s, u"no-key"_s,
               modeByte(0) + ok(selected) + answer(QByteArray::fromHex("6D00")) +
                   ok(QByteArray::fromHex("7C0A8008") + QByteArray(8, 'w')) +
                   ok(QByteArray::fromHex("7C0A8208") + QByteArray(8, 'r')));
}

void addMessaging(const Corpus& corpus) {
    const auto add = [&](const QString& name, const QByteArray& bytes) {
        corpus.add(u"securemessaging"_s, name, bytes);
    };
    const QByteArray yes = QByteArray::fromHex("99029000");
    add(u"right-mac"_s, modeByte(0) + modeByte(1) + yes);
    add(u"right-mac-no-padding"_s,
        modeByte(0) + modeByte(1) + simulator::encodeTlv(0x87, QByteArray(17, 1)) + yes);
    add(u"some-mac"_s, modeByte(0) + modeByte(0) + yes + simulator::encodeTlv(0x8E, "somemac!"));
    CardOrder order;
    order.subject = {{}, {}, u"Fuzz card"_s, u"S1"_s};
    order.pin = FuzzPin;
    order.puk = "73915428";
    order.personality = expect(CardPersonality::named(u"messaging"_s));
    const CardContent card = expect(makeCard(order, fuzzAuthority()));
    const QByteArray share = modeByte(0) + QByteArray(32, 'n') + card.messagingCertificate;
    add(u"no-key"_s, modeByte(1) + ok(simulator::encodeTlv(0x7C, simulator::encodeTlv(0x82, share))));
    const QByteArray signer = card.objects.at(pivtag::MessagingSigner);
    const auto certificate = simulator::decodeTlvs(card.messagingCertificate);
    add(u"certificate"_s,
        modeByte(2) + answer(signer) + simulator::findTlv(*certificate, 0x7F21).value_or(QByteArray()));
    add(u"honest"_s, modeByte(3));
    // SELECT, the signer's object in pieces, key agreement in pieces, VERIFY
    for (int at = 0; at < 9; ++at)
        add(u"one-bit-%1"_s.arg(at), modeByte(3) + QByteArray(at, '\0') + QByteArray::fromHex("03000501"));
    add(u"reset-before-verify"_s, modeByte(3) + QByteArray(6, '\0') + QByteArray(1, 7));
    add(u"verify-said-right"_s, modeByte(3) + QByteArray(7, '\0') + QByteArray::fromHex("01029000"));
}

void addLists(const Corpus& corpus) {
    const FuzzIssuer issuer;
    RevocationListOrder order{.number = 7,
                              .thisUpdate = FuzzIssuer::now(),
                              .nextUpdate = FuzzIssuer::now().addDays(7),
                              .revoked = {}};
    for (const QString& name : {u"empty"_s, u"two"_s}) {
        const auto list = expect(UnsignedRevocationList::make(issuer.certificate(), order));
        corpus.add(u"revocationlist"_s, name + u"-to-be-signed"_s, modeByte(1) + list.toBeSigned());
        corpus.add(u"revocationlist"_s, name,
                   modeByte(0) + expect(list.withSignature(issuer.sign(list.toBeSigned()))).der());
        order.revoked = {{.serialNumber = QByteArray(16, 'n'),
                          .at = FuzzIssuer::now(),
                          .reason = RevocationReason::KeyCompromise},
                         {.serialNumber = "m", .at = FuzzIssuer::now(), .reason = {}}};
    }
}

void addRecords(const Corpus& corpus) {
    AuditRecord record;
    record.time = FuzzIssuer::now();
    record.terminal = u"T1"_s;
    record.action = u"program.start"_s;
    corpus.add(u"auditrecord"_s, u"small"_s, expect(encode(record)));
    record.sequence = 70'000;
    record.sinceBoot = 123'456;
    record.bootId = QByteArray(16, 'b');
    record.checkpointRoot = QByteArray(32, 'r');
    record.vaultChanges = 300;
    record.registerChanges = 70;
    record.session = u"session"_s;
    record.operatorId = u"op01"_s;
    record.card = u"card"_s;
    record.phase = AuditPhase::Outcome;
    record.outcome = AuditOutcome::Failed;
    record.attempt = 69'999;
    record.target = u"draft:1"_s;
    record.details = {{u"error"_s, u"DiskFull"_s}, {u"窓口"_s, u"一"_s}};
    corpus.add(u"auditrecord"_s, u"whole"_s, expect(encode(record)));
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    using namespace madoguchi;
    if (argc != 2)
        return 2;
    const Corpus corpus(QString::fromLocal8Bit(argv[1]));
    addAnswers(corpus);
    addCards(corpus);
    addCardObjects(corpus);
    addEnrolments(corpus);
    addBlankCards(corpus);
    addMessaging(corpus);
    addLists(corpus);
    addRecords(corpus);
    return 0;
}
