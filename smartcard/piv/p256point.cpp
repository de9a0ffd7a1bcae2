// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/p256point.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using openssl::Key;
using openssl::KeyContext;
using Parameters = std::unique_ptr<OSSL_PARAM, openssl::Deleter<OSSL_PARAM_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, openssl::Deleter<OSSL_PARAM_BLD_free>>;

} // namespace

Result<Key> keyOfP256Point(QByteArrayView point) {
    if (point.size() != P256PointSize || point.front() != '\x04')
        return fail(ErrorCode::InputInvalid, u"not an uncompressed point of P-256"_s);
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    if (!builder || !context ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         static_cast<std::size_t>(point.size())) != 1)
        return openssl::failure("preparing to check a point");
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    EVP_PKEY* made = nullptr;
    const bool decoded = EVP_PKEY_fromdata_init(context.get()) == 1 &&
                         EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
    Key key(made);
    const KeyContext check(decoded ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr) : nullptr);
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return openssl::failure("a point that is not on P-256", ErrorCode::InputInvalid);
    return key;
}

} // namespace madoguchi
