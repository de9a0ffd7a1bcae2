// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transcriptcard.h"

#include "smartcard/simulator/bertlv.h"
#include "tests/support/expect.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;
using simulator::CardMessaging;
using simulator::ReceivedCommand;
using simulator::StatusWord;

namespace {

constexpr qsizetype HeaderSize = 4;
constexpr qsizetype LongestPiece = 255; // of a chained command
constexpr qsizetype LongestAnswer = 256;
constexpr char Chained = 0x10;
constexpr quint8 Secured = 0x0C;
constexpr quint32 WantedLength = 0x97;
constexpr quint8 GetResponse = 0xC0;
const QByteArray Ok = QByteArray::fromHex("9000");
const QByteArray Deviated = QByteArray::fromHex("6F00");

quint8 at(QByteArrayView bytes, qsizetype place) {
    return place < bytes.size() ? static_cast<quint8>(bytes[place]) : 0;
}

QString shown(QByteArrayView bytes) {
    return QString::fromLatin1(bytes.toByteArray().toHex(' ').toUpper());
}

/// With its lengths, as it would cross without secure messaging. Le is in `outer`.
QByteArray bytesOf(const ReceivedCommand& opened, const ReceivedCommand& outer) {
    QByteArray bytes;
    for (const quint8 byte : {quint8(0), opened.ins, opened.p1, opened.p2})
        bytes += static_cast<char>(byte);
    if (!opened.data.isEmpty())
        bytes += static_cast<char>(opened.data.size()) + opened.data;
    const auto fields = simulator::decodeTlvs(outer.data);
    return bytes + (fields ? simulator::findTlv(*fields, WantedLength).value_or(QByteArray()) : QByteArray());
}

/// The key that a name such as "signature by 9E" speaks of.
quint8 keyIn(const QString& name) {
    return static_cast<quint8>(name.last(2).toUInt(nullptr, 16));
}

} // namespace

TranscriptCard::TranscriptCard(const QString& path, CardContent keys) : m_keys(std::move(keys)) {
    read(path);
}

void TranscriptCard::read(const QString& path) {
    static const QList<std::pair<QString, Line::Kind>> kinds{
        {u">+ "_s, Line::Kind::ChainedCommand}, {u">s "_s, Line::Kind::SecuredCommand},
        {u"> "_s, Line::Kind::Command},         {u"<+ "_s, Line::Kind::LongAnswer},
        {u"<s "_s, Line::Kind::SecuredAnswer},  {u"< "_s, Line::Kind::Answer},
        {u"reset"_s, Line::Kind::Reset}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    const QFileInfo where(path);
    const QStringList lines = QString::fromUtf8(file.readAll()).replace(u"\n     "_s, u" \f"_s).split(u'\n');
    int number = 0;
    for (const QString& written : lines) {
        const QString place = u"%1:%2"_s.arg(where.fileName()).arg(++number);
        number += static_cast<int>(written.count(u'\f'));
        const QString line = written.section(u'#', 0, 0).remove(u'\f').trimmed();
        if (line.isEmpty())
            continue;
        if (line.startsWith("include "_L1)) {
            read(where.path() + u'/' + line.section(u' ', 1).trimmed());
            continue;
        }
        const auto kind = std::ranges::find_if(
            kinds, [&line](const auto& known) { return line.startsWith(known.first.trimmed()); });
        const auto pattern = kind == kinds.end()
                                 ? std::nullopt
                                 : TranscriptPattern::parse(line.mid(kind->first.trimmed().size()));
        if (!pattern)
            qFatal("%s: not understood", qPrintable(place));
        m_lines.push_back({kind->second, place, *pattern});
    }
}

void TranscriptCard::reset() {
    const std::scoped_lock locked(m_lock);
    m_wasReset = true;
    m_messaging.reset();
    m_chain.clear();
    m_rest.clear();
}

QString TranscriptCard::deviation() const {
    const std::scoped_lock locked(m_lock);
    if (!m_deviation.isEmpty())
        return m_deviation;
    std::size_t next = m_next;
    if (next < m_lines.size() && m_lines[next].kind == Line::Kind::Reset && m_wasReset)
        ++next;
    return next == m_lines.size() ? QString() : m_lines[next].place + u": this never came"_s;
}

QByteArray TranscriptCard::deviate(const QString& what) {
    if (m_deviation.isEmpty())
        m_deviation = (m_next < m_lines.size() ? m_lines[m_next].place : u"after the end"_s) + u": "_s + what;
    return Deviated;
}

QByteArray TranscriptCard::transmit(QByteArrayView command) {
    const std::scoped_lock locked(m_lock);
    if (!m_deviation.isEmpty())
        return Deviated;
    if (!m_rest.isEmpty() && at(command, 1) == GetResponse)
        return nextPiece(command);
    if (!m_rest.isEmpty())
        return deviate(u"the rest of the answer was not fetched"_s);
    if (at(command, 0) == Chained || !m_chain.isEmpty())
        return collect(command);
    return at(command, 0) == Secured ? openSecured(command) : take(command, Line::Kind::Command);
}

QByteArray TranscriptCard::openSecured(QByteArrayView command) {
    const auto outer = ReceivedCommand::parse(command);
    if (!m_messaging || !outer || command.back() != '\0')
        return deviate(u"no secure messaging: "_s + shown(command));
    const CardMessaging::Opened opened = m_messaging->open(*outer);
    return opened.status == StatusWord::Success
               ? take(bytesOf(opened.command, *outer), Line::Kind::SecuredCommand)
               : deviate(u"sealed wrongly: "_s + shown(command));
}

// Pieces are full but for the last, which asks for no answer.
QByteArray TranscriptCard::collect(QByteArrayView command) {
    const bool isLast = at(command, 0) != Chained;
    const qsizetype size = at(command, HeaderSize);
    if (command.size() != HeaderSize + 1 + size || (!isLast && size != LongestPiece))
        return deviate(u"a piece of %1 bytes"_s.arg(command.size()));
    if (m_chain.isEmpty())
        m_chain = QByteArray(1, '\0') + command.sliced(1, HeaderSize - 1).toByteArray();
    if (command.sliced(1, HeaderSize - 1) != m_chain.sliced(1, HeaderSize - 1))
        return deviate(u"another command within a chain: "_s + shown(command));
    m_chain += command.sliced(HeaderSize + 1).toByteArray();
    if (!isLast)
        return Ok;
    return take(std::exchange(m_chain, {}), Line::Kind::ChainedCommand);
}

QByteArray TranscriptCard::take(QByteArrayView command, Line::Kind kind) {
    const bool toBeReset = m_next < m_lines.size() && m_lines[m_next].kind == Line::Kind::Reset;
    if (toBeReset != m_wasReset && !m_isFirst)
        return deviate((m_wasReset ? u"the card was reset before "_s : u"no reset before "_s) +
                       shown(command));
    m_next += toBeReset ? 1 : 0;
    m_isFirst = m_wasReset = false;
    if (m_next + 1 >= m_lines.size() || m_lines[m_next].kind != kind)
        return deviate(u"sent "_s + shown(command));
    m_lastNamed.clear();
    const bool fit = m_lines[m_next].pattern.matches(
        command, [this](const QString& name, QByteArrayView bytes) { return fits(name, bytes); });
    if (!fit)
        return deviate(u"sent "_s + shown(command));
    const Line& said = m_lines[m_next + 1];
    const QByteArray whole = said.pattern.filled([this](const QString& name) { return valueOf(name); });
    m_next += 2;
    return answer(whole, said.kind);
}

QByteArray TranscriptCard::answer(const QByteArray& whole, Line::Kind kind) {
    if (kind == Line::Kind::SecuredAnswer)
        return seal(whole);
    const bool isLong = whole.size() > LongestAnswer + Ok.size();
    if (kind != (isLong ? Line::Kind::LongAnswer : Line::Kind::Answer))
        return deviate(u"the line before is no answer of %1 bytes"_s.arg(whole.size()));
    if (!isLong)
        return whole;
    m_rest = whole;
    return nextPiece({});
}

QByteArray TranscriptCard::seal(const QByteArray& answer) {
    if (!m_messaging)
        return deviate(u"no secure messaging for the line before"_s);
    const auto status = static_cast<StatusWord>(answer.last(2).toHex().toUInt(nullptr, 16));
    const QByteArray sealed = m_messaging->seal({.status = status, .data = answer.chopped(2)}) + Ok;
    return sealed.size() <= LongestAnswer + Ok.size() ? sealed : deviate(u"too long for one answer"_s);
}

// 61xx says how much there is still: 00 for 256 bytes or more; exactly that must be asked for.
QByteArray TranscriptCard::nextPiece(QByteArrayView getResponse) {
    const auto left = [this] {
        const qsizetype data = m_rest.size() - Ok.size();
        return static_cast<char>(data >= LongestAnswer ? 0 : data);
    };
    const QByteArray wanted = QByteArray::fromHex("00C00000") + left();
    if (!getResponse.isEmpty() && getResponse != wanted)
        return deviate(u"GET RESPONSE should be "_s + shown(wanted) + u", not "_s + shown(getResponse));
    if (m_rest.size() <= LongestAnswer + Ok.size())
        return std::exchange(m_rest, {});
    const QByteArray piece = m_rest.first(LongestAnswer);
    m_rest = m_rest.sliced(LongestAnswer);
    return piece + '\x61' + left();
}

// ---- what can't be written down ------------------------------------------------------------------------

bool TranscriptCard::fits(const QString& name, QByteArrayView bytes) {
    const QByteArray copy = bytes.toByteArray();
    m_lastNamed = copy;
    if (name == u"random"_s) {
        const bool isNew = !m_random.contains(copy);
        m_random.append(copy);
        return isNew;
    }
    if (name == u"opened witness"_s)
        return copy == m_witness;
    if (name == u"management key"_s)
        m_keys.managementKey.value = copy;
    const QByteArray before = m_values.value(name, copy);
    m_values.insert(name, copy);
    return before == copy;
}

QByteArray TranscriptCard::valueOf(const QString& name) {
    if (name.startsWith("signature by "_L1))
        return expect(m_keys.keys.at(keyIn(name)).sign(m_lastNamed));
    if (name.startsWith("agreed by "_L1))
        return expect(m_keys.keys.at(keyIn(name)).agree(m_lastNamed));
    if (name.startsWith("new key "_L1))
        return newKey(keyIn(name));
    if (name == u"witness"_s)
        return witness();
    if (name == u"agreement"_s)
        return agreement();
    if (name == u"challenge under the management key"_s)
        return expect(m_keys.managementKey.encrypt(m_lastNamed));
    if (name == u"CHUID"_s && !m_values.contains(name))
        return m_keys.objects.at(pivtag::CardholderId);
    if (name == u"signer of the card"_s)
        return m_keys.objects.at(pivtag::MessagingSigner);
    if (!m_values.contains(name))
        qFatal("nothing was called %s", qPrintable(name));
    return m_values.value(name);
}

QByteArray TranscriptCard::newKey(quint8 reference) {
    m_keys.keys.insert_or_assign(reference, expect(CardKey::generate(CardKeyAlgorithm::P256)));
    // The template is 86 with the point: tag and length are the transcript's.
    return expect(m_keys.keys.at(reference).publicKeyTemplate()).sliced(2);
}

QByteArray TranscriptCard::witness() {
    m_witness.resize(managementKeyBlock(m_keys.managementKey.algorithm));
    for (char& byte : m_witness)
        byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
    return expect(m_keys.managementKey.encrypt(m_witness));
}

QByteArray TranscriptCard::agreement() {
    auto agreed =
        CardMessaging::agree(m_keys.keys.at(MessagingKeyReference), m_keys.messagingCertificate, m_lastNamed);
    if (!agreed)
        return {};
    m_messaging = std::move(agreed->session);
    return agreed->share;
}

} // namespace madoguchi
