// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/checkpoint.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr char Ed25519Type = 1;
constexpr qsizetype KeyIdBytes = 4;
constexpr qsizetype PublicKeyBytes = 32;
constexpr qsizetype LargestNote = qsizetype(16) * 1024;
constexpr qsizetype MostSignatures = 17;           // ours and 16 others
constexpr char SignatureStart[] = "\xe2\x80\x94 "; // em dash, space

tl::unexpected<Error> wrong(const QString& what) {
    return fail(ErrorCode::RecordCorrupt, u"checkpoint: "_s + what);
}

bool isName(const QString& name) {
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar character) {
        return character.isSpace() || character == u'+' || character.unicode() < 0x20;
    });
}

std::optional<QByteArray> strictBase64(QByteArrayView text) {
    const QByteArray copy = text.toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(copy, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64() != copy)
        return std::nullopt;
    return decoded.decoded;
}

std::optional<quint64> strictNumber(const QByteArray& text) {
    bool valid = false;
    const quint64 number = text.toULongLong(&valid);
    if (!valid || QByteArray::number(number) != text)
        return std::nullopt;
    return number;
}

QByteArray bodyOf(const Checkpoint& checkpoint) {
    return checkpoint.origin.toUtf8() + '\n' + QByteArray::number(checkpoint.size) + '\n' +
           viewOf(checkpoint.root).toByteArray().toBase64() + '\n';
}

Result<Checkpoint> parseBody(const QByteArray& body) {
    const QList<QByteArray> lines = body.split('\n');
    if (lines.size() != 4 || !lines.back().isEmpty())
        return wrong(u"its text has not three lines"_s);
    const std::optional<quint64> size = strictNumber(lines[1]);
    const std::optional<QByteArray> root = strictBase64(lines[2]);
    if (!size || !root || root->size() != static_cast<qsizetype>(std::tuple_size_v<Sha256Digest>))
        return wrong(u"its size or root is malformed"_s);
    Checkpoint checkpoint{.origin = QString::fromUtf8(lines[0]), .size = *size};
    std::copy(root->begin(), root->end(), checkpoint.root.begin());
    return checkpoint;
}

enum class SignatureKind { Ours, Foreign };

Result<SignatureKind> checkSignature(const QByteArray& line, const QByteArray& body,
                                     const LogVerifierKey& key) {
    const QByteArray start(SignatureStart);
    const qsizetype space = line.indexOf(' ', start.size());
    if (!line.startsWith(start) || space < 0)
        return wrong(u"a signature line is malformed"_s);
    const std::optional<QByteArray> bytes = strictBase64(line.mid(space + 1));
    if (!bytes || bytes->size() <= KeyIdBytes)
        return wrong(u"a signature is malformed"_s);
    const QString name = QString::fromUtf8(line.mid(start.size(), space - start.size()));
    if (name != key.name() || bytes->left(KeyIdBytes) != key.id())
        return SignatureKind::Foreign;
    const Result<bool> good = key.key().verifies(body, bytes->mid(KeyIdBytes));
    if (!good)
        return fail(good.error());
    if (!*good)
        return wrong(u"its signature does not fit"_s);
    return SignatureKind::Ours;
}

Result<> checkSignatures(QList<QByteArray> lines, const QByteArray& body, const LogVerifierKey& key) {
    if (lines.isEmpty() || !lines.takeLast().isEmpty() || lines.isEmpty() || lines.size() > MostSignatures)
        return wrong(u"it has no signatures, or too many"_s);
    bool ours = false;
    for (const QByteArray& line : lines) {
        const Result<SignatureKind> kind = checkSignature(line, body, key);
        if (!kind)
            return fail(kind.error());
        ours = ours || *kind == SignatureKind::Ours;
    }
    if (!ours)
        return wrong(u"this log's key has not signed it"_s);
    return {};
}

} // namespace

LogVerifierKey::LogVerifierKey(QString name, QByteArray publicKey, PublicKey key)
    : m_name(std::move(name))
    , m_publicKey(std::move(publicKey))
    , m_key(std::move(key))
    , m_id(Sha256().digest(m_name.toUtf8() + '\n' + Ed25519Type + m_publicKey).left(KeyIdBytes)) {}

Result<LogVerifierKey> LogVerifierKey::make(const QString& name, const QByteArray& publicKey) {
    if (!isName(name))
        return fail(ErrorCode::InputInvalid, u"a log's name has no spaces and no plus sign"_s);
    Result<PublicKey> key = verifyingKey(publicKey);
    if (!key)
        return fail(key.error());
    return LogVerifierKey(name, publicKey, *std::move(key));
}

Result<LogVerifierKey> LogVerifierKey::parse(const QString& text) {
    const qsizetype first = text.indexOf(u'+');
    const qsizetype second = text.indexOf(u'+', first + 1); // base64 may hold more of them
    if (first < 0 || second < 0)
        return wrong(u"a verifier key has three parts"_s);
    const std::optional<QByteArray> bytes = strictBase64(text.mid(second + 1).toLatin1());
    if (!bytes || bytes->size() != 1 + PublicKeyBytes || bytes->front() != Ed25519Type)
        return wrong(u"the verifier key is not one of Ed25519"_s);
    Result<LogVerifierKey> key = make(text.left(first), bytes->mid(1));
    if (!key || key->text() != text)
        return wrong(u"the verifier key contradicts itself"_s);
    return key;
}

QString LogVerifierKey::text() const {
    return m_name + u'+' + QString::fromLatin1(m_id.toHex()) + u'+' +
           QString::fromLatin1((Ed25519Type + m_publicKey).toBase64());
}

Result<QByteArray> signCheckpoint(const Checkpoint& checkpoint, const LogVerifierKey& name,
                                  const SigningKey& key) {
    const QByteArray body = bodyOf(checkpoint);
    const Result<QByteArray> signature = key.sign(body);
    if (!signature)
        return fail(signature.error());
    return body + '\n' + SignatureStart + name.name().toUtf8() + ' ' + (name.id() + *signature).toBase64() +
           '\n';
}

Result<Checkpoint> verifyCheckpoint(QByteArrayView note, const LogVerifierKey& key) {
    const QByteArray whole = note.toByteArray();
    const qsizetype blank = whole.indexOf("\n\n");
    if (whole.size() > LargestNote || blank < 0 || !whole.isValidUtf8())
        return wrong(u"not a signed note"_s);
    const QByteArray body = whole.left(blank + 1);
    if (Result<> checked = checkSignatures(whole.mid(blank + 2).split('\n'), body, key); !checked)
        return fail(checked.error());
    Result<Checkpoint> checkpoint = parseBody(body);
    if (checkpoint && checkpoint->origin != key.name())
        return wrong(u"it is of another log"_s);
    return checkpoint;
}

} // namespace madoguchi
