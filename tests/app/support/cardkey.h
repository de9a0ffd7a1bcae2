// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The 9D key of a card that exists in memory only: answers the agreement as the card does.
#pragma once

#include "app/crypto/publickey.h"

#include <openssl/evp.h>

namespace madoguchi {

class CardKey {
public:
    CardKey() : m_key(EVP_EC_gen("P-256")) {}

    PublicKey publicKey() const {
        EVP_PKEY_up_ref(m_key.get());
        return PublicKey(openssl::Key(m_key.get()));
    }

    SecretBytes agree(QByteArrayView ephemeralPoint) const {
        const Result<PublicKey> peer = PublicKey::fromP256Point(ephemeralPoint);
        if (!peer)
            qFatal("%s", qPrintable(toString(peer.error())));
        const openssl::KeyContext context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
        SecretBytes secret(32);
        std::size_t size = secret.size();
        if (EVP_PKEY_derive_init(context.get()) != 1 ||
            EVP_PKEY_derive_set_peer(context.get(), peer->handle()) != 1 ||
            EVP_PKEY_derive(context.get(), secret.data(), &size) != 1)
            qFatal("no agreement");
        return secret;
    }

private:
    openssl::Key m_key;
};

} // namespace madoguchi
