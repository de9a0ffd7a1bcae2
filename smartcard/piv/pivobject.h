// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The data objects of a PIV card that we read or write, by their tags: SP 800-73-4 part 1, table 3. Any
// thread.
#pragma once

#include "smartcard/piv/pivkey.h"

namespace madoguchi {

enum class PivObject : quint32 {
    Discovery = 0x7E,
    Chuid = 0x5FC102,               ///< card holder unique identifier
    CapabilityContainer = 0x5FC107, ///< CCC
    KeyHistory = 0x5FC10C,
    AuthenticationCertificate = 0x5FC105,
    SignatureCertificate = 0x5FC10A,
    KeyManagementCertificate = 0x5FC10B,
    CardAuthenticationCertificate = 0x5FC101,
    SecureMessagingSigner = 0x5FC122, ///< certificate of whoever signed that of the card's key 04
};

/// Where the certificate of `key` is.
constexpr PivObject certificateObject(PivKey key) {
    switch (key) {
    case PivKey::Authentication:
        return PivObject::AuthenticationCertificate;
    case PivKey::Signature:
        return PivObject::SignatureCertificate;
    case PivKey::KeyManagement:
        return PivObject::KeyManagementCertificate;
    case PivKey::CardAuthentication:
        return PivObject::CardAuthenticationCertificate;
    }
    Q_UNREACHABLE();
}

} // namespace madoguchi
