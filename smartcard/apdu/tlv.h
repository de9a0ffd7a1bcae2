// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// BER-TLV data objects as cards send them, ISO/IEC 7816-4:2013 annex E: tags of 1-3 bytes, definite lengths
// of up to 3 bytes. The reader is given foreign bytes: it never reads past them, and values are views into
// them. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArrayView>

namespace madoguchi {

struct Tlv {
    quint32 tag = 0; ///< its bytes as a number: 0x7C, 0x5FC102
    QByteArrayView value;
};

class TlvReader {
public:
    /// `bytes` must outlive the reader and what it gives.
    explicit TlvReader(QByteArrayView bytes) : m_rest(bytes) {}

    bool atEnd() const { return m_rest.isEmpty(); }
    /// Errors: CardProtocolError for anything malformed and at the end; the reader is then at its end.
    Result<Tlv> next();

private:
    Result<quint32> nextTag();
    Result<qsizetype> nextLength();
    Result<quint8> nextByte();

    QByteArrayView m_rest;
};

/// The value of the first object with `tag` directly in `bytes`. Errors: CardProtocolError when it is missing
/// or something before it is malformed.
Result<QByteArrayView> findTlv(QByteArrayView bytes, quint32 tag);

/// Appends tag, length (at most 65535) and value.
void appendTlv(SecretBytes& bytes, quint32 tag, QByteArrayView value);

} // namespace madoguchi
