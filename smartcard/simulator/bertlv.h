// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// BER-TLV as far as cards use it: tags of up to three bytes, definite lengths of up to 65535. Own code, apart
// from the product's parser in smartcard/apdu, so that one does not repeat the other's mistakes. Any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace madoguchi::simulator {

struct Tlv {
    quint32 tag = 0;
    QByteArray value;
};

/// One data object, the length in its shortest form.
QByteArray encodeTlv(quint32 tag, QByteArrayView value);

/// The data objects that fill `bytes` exactly; nothing if they do not.
std::optional<QList<Tlv>> decodeTlvs(QByteArrayView bytes);

/// The value of the first object with that tag; nothing if there is none.
std::optional<QByteArray> findTlv(const QList<Tlv>& objects, quint32 tag);

} // namespace madoguchi::simulator
