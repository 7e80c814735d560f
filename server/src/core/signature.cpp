// SPDX-License-Identifier: Apache-2.0
#include "core/signature.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>
#include <string>

namespace konbit::crypto {

namespace {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const {
        free(pointer);
    }
};
using Pkey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;

constexpr std::size_t coordinate_size = 32;
constexpr int fewest_bits = 2048;
constexpr int most_bits = 4096;
constexpr std::size_t longest_exponent = 4;

const unsigned char* octets(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Pkey made_from(const char* algorithm, OSSL_PARAM* params) {
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || params == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params) != 1)
        return nullptr;
    return Pkey(key);
}

Pkey opened(const EcKey& key) {
    if (key.x.size() != coordinate_size || key.y.size() != coordinate_size) return nullptr;
    const std::string point = std::string("\x04").append(key.x).append(key.y);
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    return made_from("EC", params.get());
}

Number number(std::string_view bytes) {
    return Number(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

Pkey opened(const RsaKey& key) {
    if (key.modulus.size() > most_bits / 8 || key.exponent.size() > longest_exponent) return nullptr;
    const Number modulus = number(key.modulus);
    const Number exponent = number(key.exponent);
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < fewest_bits || BN_is_odd(exponent.get()) == 0)
        return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    return made_from("RSA", params.get());
}

Pkey opened(const Ed25519Key& key) {
    if (key.x.size() != coordinate_size) return nullptr;
    return Pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(key.x), key.x.size()));
}

Pkey opened(const PublicKey& key) {
    return std::visit([](const auto& each) { return opened(each); }, key);
}

}  // namespace

bool verifies(const PublicKey& key, std::string_view message, std::string_view signature) {
    const Pkey pkey = opened(key);
    const Digest digest(EVP_MD_CTX_new());
    if (!pkey || !digest) return false;
    const EVP_MD* const hash = std::holds_alternative<Ed25519Key>(key) ? nullptr : EVP_sha256();
    return EVP_DigestVerifyInit(digest.get(), nullptr, hash, nullptr, pkey.get()) == 1 &&
           EVP_DigestVerify(digest.get(), octets(signature), signature.size(), octets(message),
                            message.size()) == 1;
}

bool is_key(const PublicKey& key) { return opened(key) != nullptr; }

}  // namespace konbit::crypto
