// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardbinding.h"

#include "app/base/openssl.h"
#include "app/crypto/certificate.h"
#include "smartcard/piv/pivcontent.h"

#include <QUuid>

#include <openssl/x509v3.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

using Name = std::unique_ptr<X509_NAME, openssl::Deleter<X509_NAME_free>>;
using AlternativeNames = std::unique_ptr<GENERAL_NAMES, openssl::Deleter<GENERAL_NAMES_free>>;

constexpr char FascNIdentifier[] = "2.16.840.1.101.3.6.6"; // pivFASC-N

const X509_NAME* subjectOf(const Certificate& certificate) {
    return X509_get_subject_name(certificate.handle());
}

bool hasSubject(const Certificate& certificate) {
    return X509_NAME_entry_count(subjectOf(certificate)) > 0;
}

bool sameSubject(const Certificate& one, const Certificate& other) {
    return hasSubject(one) && X509_NAME_cmp(subjectOf(one), subjectOf(other)) == 0;
}

Name withoutSerialNumber(const X509_NAME* name) {
    Name copy(X509_NAME_dup(name));
    for (int at = 0; copy && (at = X509_NAME_get_index_by_NID(copy.get(), NID_serialNumber, -1)) >= 0;)
        X509_NAME_ENTRY_free(X509_NAME_delete_entry(copy.get(), at));
    return copy;
}

// As this program issues cards: the number of the issue in all of them, the person's in those that need the
// PIN.
bool sameButForThePerson(const Certificate& login, const Certificate& card) {
    if (card.subjectCommonName().isEmpty() || !card.subjectSerialNumber().isEmpty())
        return false;
    const Name rest = withoutSerialNumber(subjectOf(login));
    return rest && X509_NAME_cmp(rest.get(), subjectOf(card)) == 0;
}

QByteArrayView bytesOf(const ASN1_STRING* string) {
    return {ASN1_STRING_get0_data(string), ASN1_STRING_length(string)};
}

bool isGuid(const GENERAL_NAME& name, const QByteArray& guid) {
    if (guid.isEmpty() || name.type != GEN_URI)
        return false;
    const QByteArray urn = "urn:uuid:" + QUuid::fromRfc4122(guid).toByteArray(QUuid::WithoutBraces);
    return urn.compare(bytesOf(name.d.uniformResourceIdentifier), Qt::CaseInsensitive) == 0;
}

bool isFascN(const GENERAL_NAME& name, const QByteArray& fascN) {
    if (fascN.isEmpty() || name.type != GEN_OTHERNAME)
        return false;
    char type[sizeof FascNIdentifier + 1] = {}; // cut off when longer, and then different
    OBJ_obj2txt(type, sizeof type, name.d.otherName->type_id, 1);
    const ASN1_TYPE* value = name.d.otherName->value;
    return QByteArrayView(type) == QByteArrayView(FascNIdentifier) && value->type == V_ASN1_OCTET_STRING &&
           bytesOf(value->value.octet_string) == fascN;
}

bool namesCard(const Certificate& certificate, const ChuidIdentifiers& card) {
    const AlternativeNames names(static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate.handle(), NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME& name = *sk_GENERAL_NAME_value(names.get(), i);
        if (isGuid(name, card.guid) || isFascN(name, card.fascN))
            return true;
    }
    return false;
}

bool isHoldersKey(const Certificate& login, const Certificate& vault, const ChuidIdentifiers& identifiers) {
    return hasSubject(login) && hasSubject(vault) ? sameSubject(login, vault) : namesCard(vault, identifiers);
}

bool isCardsKey(const Certificate& login, const Certificate& card, const ChuidIdentifiers& identifiers) {
    return sameSubject(login, card) || sameButForThePerson(login, card) || namesCard(card, identifiers);
}

} // namespace

Result<> checkBelongTogether(const QByteArray& chuid, const CardCertificates& certificates) {
    const ChuidIdentifiers identifiers = chuidIdentifiers(chuid);
    const Result<Certificate> login = Certificate::fromDer(certificates.authentication);
    if (!login)
        return fail(login.error());
    if (!certificates.keyManagement.isEmpty()) {
        const Result<Certificate> vault = Certificate::fromDer(certificates.keyManagement);
        if (!vault)
            return fail(vault.error());
        if (!isHoldersKey(*login, *vault, identifiers))
            return fail(ErrorCode::CardNotGenuine, u"the certificates of 9A and 9D name different people"_s);
    }
    if (!certificates.cardAuthentication.isEmpty()) {
        const Result<Certificate> card = Certificate::fromDer(certificates.cardAuthentication);
        if (!card)
            return fail(card.error());
        if (!isCardsKey(*login, *card, identifiers)) {
            return fail(ErrorCode::CardNotGenuine,
                        u"the certificate of 9E names neither this card nor its holder"_s);
        }
    }
    return {};
}

} // namespace madoguchi
