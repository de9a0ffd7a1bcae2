// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicestation.h"

#include "app/crypto/certificateverifier.h"
#include "app/crypto/hash.h"
#include "app/crypto/rootkey.h"
#include "app/crypto/unsignedcertificate.h"
#include "app/issuing/authority.h"
#include "app/issuing/pem.h"
#include "app/operators/cardproof.h"
#include "app/operators/enrolment.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/foreigncard.h"

#include <QDir>
#include <QFile>

#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString Office = u"見本町役場（架空）"_s;
const QString Terminal = u"練習用-1"_s;
const QString ReaderName = u"練習用読み取り機"_s;
const QString SecondReaderName = u"練習用読み取り機2"_s;
const QByteArray Puk = "13572468";
constexpr int PinTries = 5;

struct PracticePerson {
    const char* id;
    Role role;
    QStringView name;
    QStringView kana;
    const char* pin;
};

// Names that nobody bears: 見本 is "specimen", 練習 and the like "practice". The first one's colleague is
// there so that drafts can be handed over.
constexpr std::array People{
    PracticePerson{"op01", Role::Operator, u"見本 花子", u"ミホン ハナコ", "482715"},
    PracticePerson{"op02", Role::Operator, u"見本 次郎", u"ミホン ジロウ", "630974"},
    PracticePerson{"ca01", Role::CardAdministrator, u"練習 一郎", u"レンシュウ イチロウ", "917350"},
    PracticePerson{"sv01", Role::Supervisor, u"稽古 節子", u"ケイコ セツコ", "258046"},
    PracticePerson{"au01", Role::Auditor, u"試験 正", u"シケン タダシ", "740583"},
    PracticePerson{"sa01", Role::SystemAdministrator, u"演習 道夫", u"エンシュウ ミチオ", "591862"},
};

Result<> makeCardFile(const PracticePerson& person, const CertificateAuthority& authority,
                      const QString& path) {
    CardOrder order;
    order.subject = {.organization = u"架空県見本町"_s,
                     .organizationalUnit = u"練習用"_s,
                     .commonName = person.name.toString(),
                     .serialNumber = QString::fromLatin1(person.id)};
    order.validity = CertificateValidity::years(10);
    order.pin = person.pin;
    order.puk = Puk;
    order.pinTries = PinTries;
    const auto content = makeCard(order, authority);
    if (!content)
        return fail(content.error());
    return content->save(path);
}

Result<> makeBlankCardFile(const QString& path) {
    CardContent content = blankCardContent(CardPersonality::yubikey());
    content.managementKey = {ManagementKeyAlgorithm::Aes192, ManagementKey::factoryDefault().value};
    return content.save(path);
}

struct PracticeOffice {
    Certificate root;
    Certificate issuing;
};

/// Root and issuing certificate of an authority whose issuing key is in 9C of that card. The root's key is
/// not kept: nobody practises with a safe.
Result<PracticeOffice> makeOffice(const SimulatedPivCard& card, const PracticePerson& person,
                                  const Clock& clock) {
    const auto key = RootKey::make();
    const auto issuingKey = Certificate::fromDer(card.certificate(0x9C));
    if (!key || !issuingKey)
        return fail(key ? issuingKey.error() : key.error());
    CertificateOrder order{.kind = CertificateKind::Root,
                           .key = key->publicKey(),
                           .office = Office,
                           .commonName = u"練習用ルート認証局"_s,
                           .operatorId = {},
                           .notBefore = clock.now().addDays(-1),
                           .notAfter = clock.now().addYears(20)};
    const auto sign = [&key](const Result<UnsignedCertificate>& made) -> Result<Certificate> {
        if (!made)
            return fail(made.error());
        const auto signature = key->sign(made->toBeSigned());
        return signature ? made->withSignature(*signature) : fail(signature.error());
    };
    const auto root = sign(UnsignedCertificate::selfSigned(order));
    if (!root)
        return fail(root.error());
    order.kind = CertificateKind::Issuing;
    order.key = issuingKey->publicKey();
    order.commonName = u"練習用発行局"_s;
    order.operatorId = QString::fromLatin1(person.id);
    order.notAfter = clock.now().addYears(10);
    const auto issuing = sign(UnsignedCertificate::issuedBy(*root, order));
    if (!issuing)
        return fail(issuing.error());
    return PracticeOffice{*root, *issuing};
}

/// What madoguchictl does with a card on a real reader.
Result<CardProof> prove(SimulatedStack& stack, std::shared_ptr<SimulatedPivCard> card) {
    stack.insert(ReaderName, card);
    auto proof = [&]() -> Result<CardProof> {
        auto connection = stack.connect(ReaderName);
        if (!connection)
            return fail(connection.error());
        auto transaction = (*connection)->begin();
        if (!transaction)
            return fail(transaction.error());
        return proveCard(**transaction, SecretBytes::copyOf(card->pin()));
    }();
    stack.remove(ReaderName);
    return proof;
}

Operator operatorOf(const PracticePerson& person) {
    Operator practising;
    practising.id = QString::fromLatin1(person.id);
    practising.name = person.name.toString();
    practising.kana = person.kana.toString();
    practising.role = person.role;
    return practising;
}

} // namespace

PracticeStation::PracticeStation(const QString& folder)
    : m_folder(QDir(folder).absolutePath())
    , m_stack(std::make_shared<SimulatedStack>(QStringList{ReaderName, SecondReaderName})) {}

QString PracticeStation::stationFolder() const {
    return m_folder + u"/station"_s;
}

QString PracticeStation::cardsFolder() const {
    return m_folder + u"/cards"_s;
}

QStringList PracticeStation::readers() const {
    return {ReaderName, SecondReaderName};
}

Result<PracticeStation> PracticeStation::openOrMake(const QString& folder, const Clock& clock) {
    PracticeStation station(folder);
    // Written last, so that a start that was killed halfway begins anew instead of lacking a card for ever.
    const QString complete = station.cardsFolder() + u"/complete"_s;
    if (!QFile::exists(complete)) {
        QDir(station.stationFolder()).removeRecursively();
        QDir(station.cardsFolder()).removeRecursively();
        if (auto made = station.make(clock); !made)
            return fail(made.error());
        if (QFile mark(complete); !mark.open(QIODevice::WriteOnly))
            return fail(ErrorCode::FileUnwritable, complete);
    }
    if (auto loaded = station.loadCards(); !loaded)
        return fail(loaded.error());
    return station;
}

Result<> PracticeStation::make(const Clock& clock) {
    if (!QDir().mkpath(cardsFolder()))
        return fail(ErrorCode::FileUnwritable, cardsFolder());
    const auto authority = CertificateAuthority::make({.organization = u"架空県見本町"_s,
                                                       .organizationalUnit = u"練習用"_s,
                                                       .commonName = u"練習用認証局"_s,
                                                       .serialNumber = {}},
                                                      CertificateValidity::years(20));
    if (!authority)
        return fail(authority.error());
    for (const PracticePerson& person : People) {
        if (auto made = makeCardFile(person, *authority, cardFile(QLatin1StringView(person.id))); !made)
            return made;
    }
    if (auto made = makeBlankCardFile(cardFile(u"blank"_s)); !made)
        return made;
    if (auto loaded = loadCards(); !loaded)
        return loaded;
    auto pem = authority->certificatePem();
    if (!pem)
        return fail(pem.error());
    constexpr std::size_t Administrator = 2; // of People
    const auto office = makeOffice(*m_cards[Administrator].piv, People[Administrator], clock);
    if (!office)
        return fail(office.error());
    *pem += pemOf(office->root);
    const StationFolder place(stationFolder());
    if (auto made = initialiseStation(place, {Office, Terminal, *pem}, clock); !made)
        return made;
    return enrollEverybody(clock, office->issuing);
}

Result<> PracticeStation::enrollEverybody(const Clock& clock, const Certificate& issuing) {
    auto station = Station::open(StationFolder(stationFolder()), clock);
    if (!station)
        return fail(station.error());
    const auto verifier = CertificateVerifier::fromPem((*station)->facts().authorityPem);
    if (!verifier)
        return fail(verifier.error());
    OperatorDirectory directory((*station)->database());
    Enrolment enrolment({.station = (*station)->database(),
                         .directory = directory,
                         .slots = (*station)->slots(),
                         .actions = (*station)->actions(),
                         .authority = *verifier,
                         .clock = clock,
                         .vaultPath = (*station)->folder().vaultDatabase()});
    for (qsizetype i = 0; i < static_cast<qsizetype>(People.size()); ++i) {
        const auto proof = prove(*m_stack, m_cards[i].piv);
        if (!proof)
            return fail(proof.error());
        if (auto enrolled = enrolment.enroll(operatorOf(People[static_cast<std::size_t>(i)]), *proof);
            !enrolled)
            return fail(enrolled.error());
        if (People[static_cast<std::size_t>(i)].role != Role::CardAdministrator)
            continue;
        if (auto certified = OfficeAuthority((*station)->database())
                                 .add(issuing, Sha256().digest(proof->chuid), *verifier, clock.now());
            !certified)
            return fail(certified.error());
    }
    return {};
}

QString PracticeStation::cardFile(const QString& id) const {
    return u"%1/%2.json"_s.arg(cardsFolder(), id);
}

Result<> PracticeStation::loadCards() {
    m_cards.clear();
    for (const PracticePerson& person : People) {
        const QString id = QString::fromLatin1(person.id);
        const auto card = SimulatedPivCard::load(cardFile(id));
        if (!card)
            return fail(card.error());
        m_cards.append({id, person.role, person.name.toString(), person.kana.toString(), *card, *card});
    }
    const auto blank = SimulatedPivCard::load(cardFile(u"blank"_s));
    if (!blank)
        return fail(blank.error());
    m_cards.append({u"blank"_s, std::nullopt, u"未使用のカード"_s, QString(), *blank, *blank});
    m_cards.append({u"foreign"_s, std::nullopt, u"ポイントカード"_s, QString(),
                    std::make_shared<ForeignCard>(), nullptr});
    return {};
}

} // namespace madoguchi
