// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivcertificate.h"

#include "smartcard/apdu/tlv.h"

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint32 CertificateTag = 0x70;
constexpr quint32 InfoTag = 0x71;
constexpr quint8 CompressedBit = 0x01;
constexpr uInt LongestCertificate = 16 * 1024;
constexpr int GzipWindow = 16 + MAX_WBITS; // zlib's way to ask for the gzip header

Result<QByteArray> unpack(QByteArrayView packed) {
    QByteArray certificate(LongestCertificate, Qt::Uninitialized);
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib only reads it
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(certificate.data());
    stream.avail_out = LongestCertificate;
    if (inflateInit2(&stream, GzipWindow) != Z_OK)
        return fail(ErrorCode::CardProtocolError, u"zlib is not usable"_s);
    const int ended = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (ended != Z_STREAM_END)
        return fail(ErrorCode::CardProtocolError, u"compressed certificate is damaged or too long"_s);
    certificate.truncate(static_cast<qsizetype>(stream.total_out));
    return certificate;
}

} // namespace

Result<QByteArray> certificateOfObject(QByteArrayView object) {
    QByteArrayView certificate;
    QByteArrayView info;
    for (TlvReader reader(object); !reader.atEnd();) {
        const auto element = reader.next();
        if (!element)
            return fail(element.error());
        if (element->tag == CertificateTag) {
            certificate = element->value;
        } else if (element->tag == InfoTag) {
            info = element->value;
        }
    }
    if (certificate.isEmpty())
        return fail(ErrorCode::CardObjectMissing, u"certificate object without certificate"_s);
    const bool compressed = !info.isEmpty() && (static_cast<quint8>(info.front()) & CompressedBit) != 0;
    return compressed ? unpack(certificate) : Result<QByteArray>(certificate.toByteArray());
}

} // namespace madoguchi
