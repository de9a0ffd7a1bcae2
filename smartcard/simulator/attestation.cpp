// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/attestation.h"

#include "smartcard/simulator/bertlv.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint8 AttestationSlot = 0xF9;
constexpr int Years = 20;

/// X.690, 8.3: the shortest form, not negative.
QByteArray derInteger(quint32 number) {
    QByteArray bytes;
    do {
        bytes.prepend(static_cast<char>(number & 0xFF));
        number >>= 8;
    } while (number > 0);
    if ((bytes[0] & 0x80) != 0)
        bytes.prepend('\0');
    return simulator::encodeTlv(0x02, bytes);
}

QString hexName(quint8 slot) {
    return QString::number(slot, 16);
}

} // namespace

Result<> addAttestationKey(CardContent& card, const CertificateAuthority& maker) {
    Result<CardKey> key = CardKey::generate(CardKeyAlgorithm::P256);
    if (!key)
        return fail(key.error());
    const CertificateSubject subject{{}, {}, u"PIV Attestation"_s, {}};
    const auto certificate =
        maker.issue(key->key(), subject, CertificateProfile::Attester, CertificateValidity::years(Years));
    if (!certificate)
        return fail(certificate.error());
    card.keys.insert_or_assign(AttestationSlot, *std::move(key));
    card.setCertificate(AttestationSlot, *certificate);
    return {};
}

namespace simulator {

Reply attest(const PivState& state, quint8 slot, const AttestedFacts& facts) {
    const auto own = state.content.keys.find(AttestationSlot);
    const auto key = state.content.keys.find(slot);
    if (own == state.content.keys.end() || key == state.content.keys.end() || slot == AttestationSlot)
        return {StatusWord::ReferenceNotFound};
    const auto signer =
        CertificateAuthority::of(own->second.key(), state.content.certificate(AttestationSlot));
    if (!signer)
        return {StatusWord::MemoryFailure};
    const QByteArray policies{QByteArray(1, static_cast<char>(facts.pinPolicy)) +
                              static_cast<char>(facts.touchPolicy)};
    const auto certificate =
        signer->issue(key->second.key(), {{}, {}, u"YubiKey PIV Attestation "_s + hexName(slot), {}},
                      CertificateProfile::Attested, CertificateValidity::years(Years),
                      {{"1.3.6.1.4.1.41482.3.3", facts.version},
                       {"1.3.6.1.4.1.41482.3.7", derInteger(state.content.serialNumber)},
                       {"1.3.6.1.4.1.41482.3.8", policies}});
    return certificate ? success(*certificate) : Reply{StatusWord::MemoryFailure};
}

} // namespace simulator
} // namespace madoguchi
