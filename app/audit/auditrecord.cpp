// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditrecord.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype LargestRecord = 65535;
constexpr qint64 CurrentFormat = 1;

// The map's keys. Empty and zero fields are left out, so that every record has one encoding only.
enum class Key : quint64 {
    Format = 0,
    Sequence = 1,
    Time = 2,
    SinceBoot = 3,
    BootId = 4,
    Terminal = 5,
    Session = 6,
    OperatorId = 7,
    Card = 8,
    Action = 9,
    Phase = 10,
    Outcome = 11,
    Attempt = 12,
    Target = 13,
    Details = 14,
    CheckpointRoot = 15,
    VaultChanges = 16,
    RegisterChanges = 17,
};

struct Detail {
    QByteArray name;
    QByteArray value;
};

// RFC 8949 4.2.1: by the bytes of the encoded key, which puts shorter keys first.
std::vector<Detail> sortedDetails(const QMap<QString, QString>& details) {
    std::vector<Detail> sorted;
    for (auto entry = details.begin(); entry != details.end(); ++entry)
        sorted.push_back({entry.key().toUtf8(), entry.value().toUtf8()});
    std::sort(sorted.begin(), sorted.end(), [](const Detail& left, const Detail& right) {
        return left.name.size() != right.name.size() ? left.name.size() < right.name.size()
                                                     : left.name < right.name;
    });
    return sorted;
}

class Encoder {
public:
    explicit Encoder(QByteArray* out) : m_writer(out) {}

    void integer(Key key, qint64 value) {
        m_writer.append(static_cast<quint64>(key));
        m_writer.append(value);
    }
    void nonZero(Key key, qint64 value) {
        if (value != 0)
            integer(key, value);
    }
    void text(Key key, const QString& value) {
        if (value.isEmpty())
            return;
        m_writer.append(static_cast<quint64>(key));
        utf8(value.toUtf8());
    }
    void bytes(Key key, const QByteArray& value) {
        if (value.isEmpty())
            return;
        m_writer.append(static_cast<quint64>(key));
        m_writer.append(value);
    }
    void details(const QMap<QString, QString>& details) {
        if (details.isEmpty())
            return;
        m_writer.append(static_cast<quint64>(Key::Details));
        m_writer.startMap(static_cast<quint64>(details.size()));
        for (const Detail& detail : sortedDetails(details)) {
            utf8(detail.name);
            utf8(detail.value);
        }
        m_writer.endMap();
    }
    void begin(quint64 fields) { m_writer.startMap(fields); }
    void end() { m_writer.endMap(); }

private:
    void utf8(const QByteArray& value) { m_writer.appendTextString(value.constData(), value.size()); }
    QCborStreamWriter m_writer;
};

struct TextField {
    Key key;
    QString AuditRecord::*text;
};
constexpr std::array TextFields{
    TextField{Key::Terminal, &AuditRecord::terminal},     TextField{Key::Session, &AuditRecord::session},
    TextField{Key::OperatorId, &AuditRecord::operatorId}, TextField{Key::Card, &AuditRecord::card},
    TextField{Key::Action, &AuditRecord::action},         TextField{Key::Target, &AuditRecord::target},
};

quint64 fieldCount(const AuditRecord& record) {
    quint64 count = 6; // format, sequence, time, time since boot, phase, outcome
    for (const TextField& field : TextFields)
        count += (record.*field.text).isEmpty() ? 0 : 1;
    count += record.bootId.isEmpty() ? 0 : 1;
    count += record.attempt == 0 ? 0 : 1;
    count += record.details.isEmpty() ? 0 : 1;
    count += record.checkpointRoot.isEmpty() ? 0 : 1;
    count += record.vaultChanges == 0 ? 0 : 1;
    count += record.registerChanges == 0 ? 0 : 1;
    return count;
}

// Reads one encoded record. After any failure the values mean nothing and failed() is true.
class Decoder {
public:
    explicit Decoder(const QByteArray& bytes) : m_reader(bytes) {}

    bool enterMap() {
        if (m_failed || !m_reader.isMap() || !m_reader.isLengthKnown() || !m_reader.enterContainer())
            m_failed = true;
        return !m_failed;
    }
    bool hasNext() { return !m_failed && m_reader.lastError() == QCborError::NoError && m_reader.hasNext(); }
    void leaveMap() { m_failed = m_failed || !m_reader.leaveContainer(); }

    qint64 integer() {
        if (m_failed || !m_reader.isInteger()) {
            m_failed = true;
            return 0;
        }
        const qint64 value = m_reader.toInteger();
        m_failed = !m_reader.next();
        return value;
    }
    QString text() { return string<QString>(m_reader.isString(), &QCborStreamReader::readString); }
    QByteArray bytes() {
        return string<QByteArray>(m_reader.isByteArray(), &QCborStreamReader::readByteArray);
    }
    bool failed() const { return m_failed; }

private:
    template <class Text>
    Text string(bool rightType, QCborStreamReader::StringResult<Text> (QCborStreamReader::*read)()) {
        if (m_failed || !rightType || !m_reader.isLengthKnown()) {
            m_failed = true;
            return {};
        }
        auto part = (m_reader.*read)();
        Text value = part.data;
        if (part.status == QCborStreamReader::Ok)
            part = (m_reader.*read)();
        m_failed = part.status != QCborStreamReader::EndOfString;
        return value;
    }

    QCborStreamReader m_reader;
    bool m_failed = false;
};

QMap<QString, QString> readDetails(Decoder& decoder) {
    QMap<QString, QString> details;
    if (!decoder.enterMap())
        return details;
    while (decoder.hasNext()) {
        const QString name = decoder.text();
        details.insert(name, decoder.text());
    }
    decoder.leaveMap();
    return details;
}

// A value outside the enum survives the cast, and is refused by hasKnownValues().
void readNumber(qint64 number, Key key, AuditRecord& record, qint64& format) {
    if (key == Key::Format) {
        format = number;
    } else if (key == Key::Sequence) {
        record.sequence = static_cast<quint64>(number);
    } else if (key == Key::Time) {
        record.time = QDateTime::fromMSecsSinceEpoch(number).toUTC();
    } else if (key == Key::SinceBoot) {
        record.sinceBoot = number;
    } else if (key == Key::Phase) {
        record.phase = static_cast<AuditPhase>(number);
    } else if (key == Key::Outcome) {
        record.outcome = static_cast<AuditOutcome>(number);
    } else if (key == Key::Attempt) {
        record.attempt = static_cast<quint64>(number);
    } else if (key == Key::VaultChanges) {
        record.vaultChanges = static_cast<quint64>(number);
    } else if (key == Key::RegisterChanges) {
        record.registerChanges = static_cast<quint64>(number);
    }
    // an unknown key: the encoding will not compare equal
}

void readField(Decoder& decoder, Key key, AuditRecord& record, qint64& format) {
    const auto text = std::ranges::find(TextFields, key, &TextField::key);
    if (text != TextFields.end()) {
        record.*text->text = decoder.text();
    } else if (key == Key::BootId) {
        record.bootId = decoder.bytes();
    } else if (key == Key::CheckpointRoot) {
        record.checkpointRoot = decoder.bytes();
    } else if (key == Key::Details) {
        record.details = readDetails(decoder);
    } else {
        readNumber(decoder.integer(), key, record, format);
    }
}

bool hasKnownValues(const AuditRecord& record, qint64 format) {
    const auto phase = static_cast<int>(record.phase);
    const auto outcome = static_cast<int>(record.outcome);
    return format == CurrentFormat && phase >= 0 && phase <= static_cast<int>(AuditPhase::Outcome) &&
           outcome >= 0 && outcome <= static_cast<int>(AuditOutcome::Failed);
}

} // namespace

Result<QByteArray> encode(const AuditRecord& record) {
    QByteArray bytes;
    bytes.reserve(512);
    Encoder encoder(&bytes);
    encoder.begin(fieldCount(record));
    encoder.integer(Key::Format, CurrentFormat);
    encoder.integer(Key::Sequence, static_cast<qint64>(record.sequence));
    encoder.integer(Key::Time, record.time.toMSecsSinceEpoch());
    encoder.integer(Key::SinceBoot, record.sinceBoot);
    encoder.bytes(Key::BootId, record.bootId);
    encoder.text(Key::Terminal, record.terminal);
    encoder.text(Key::Session, record.session);
    encoder.text(Key::OperatorId, record.operatorId);
    encoder.text(Key::Card, record.card);
    encoder.text(Key::Action, record.action);
    encoder.integer(Key::Phase, static_cast<qint64>(record.phase));
    encoder.integer(Key::Outcome, static_cast<qint64>(record.outcome));
    encoder.nonZero(Key::Attempt, static_cast<qint64>(record.attempt));
    encoder.text(Key::Target, record.target);
    encoder.details(record.details);
    encoder.bytes(Key::CheckpointRoot, record.checkpointRoot);
    encoder.nonZero(Key::VaultChanges, static_cast<qint64>(record.vaultChanges));
    encoder.nonZero(Key::RegisterChanges, static_cast<qint64>(record.registerChanges));
    encoder.end();
    if (bytes.size() > LargestRecord)
        return fail(ErrorCode::InputTooLarge, u"a record of %1 bytes"_s.arg(bytes.size()));
    return bytes;
}

Result<AuditRecord> decodeAuditRecord(QByteArrayView bytes) {
    const QByteArray whole = bytes.toByteArray();
    AuditRecord record;
    qint64 format = 0;
    Decoder decoder(whole);
    if (bytes.size() <= LargestRecord && decoder.enterMap()) {
        while (decoder.hasNext())
            readField(decoder, static_cast<Key>(decoder.integer()), record, format);
        decoder.leaveMap();
    }
    if (bytes.size() > LargestRecord || decoder.failed() || !hasKnownValues(record, format))
        return fail(ErrorCode::RecordCorrupt, u"not a record"_s);
    const Result<QByteArray> again = encode(record);
    if (!again || *again != whole)
        return fail(ErrorCode::RecordCorrupt, u"not the one encoding of its record"_s);
    return record;
}

} // namespace madoguchi
