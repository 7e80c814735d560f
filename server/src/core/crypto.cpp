// SPDX-License-Identifier: Apache-2.0
#include "core/crypto.hpp"

#include "core/codec.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace konbit::crypto {

namespace {

constexpr std::size_t memory_bytes = 19UL * 1024 * 1024;
constexpr unsigned long long passes = 2;

/// libsodium picks its implementations once; every function here needs that done.
void prepare() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium cannot be initialised");
}

const unsigned char* octets(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* octets(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string random_bytes(std::size_t count) {
    prepare();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token(std::size_t bytes) { return codec::to_base64url(random_bytes(bytes)); }

std::string sha256(std::string_view message) {
    prepare();
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(octets(digest), octets(message), message.size());
    return digest;
}

std::string sha256_hex(std::string_view message) { return codec::to_hex(sha256(message)); }

std::string hmac_sha256(std::string_view key, std::string_view message) {
    prepare();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, octets(key), key.size());
    crypto_auth_hmacsha256_update(&state, octets(message), message.size());
    std::string code(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, octets(code));
    return code;
}

bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(std::string_view password) {
    prepare();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool verify_password(std::string_view hash, std::string_view password) {
    prepare();
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash) {
    prepare();
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passes, memory_bytes) != 0;
}

Key Key::random() { return *from(random_bytes(size)); }

std::optional<Key> Key::from(std::string_view bytes) {
    if (bytes.size() != size) return std::nullopt;
    Key key;
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string seal(const Key& key, std::string_view plain, std::string_view about) {
    const std::string nonce = random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    std::string sealed(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(octets(sealed), nullptr, octets(plain), plain.size(),
                                               octets(about), about.size(), nullptr,
                                               octets(std::string_view(nonce)), octets(key.view()));
    return nonce + sealed;
}

std::optional<std::string> open(const Key& key, std::string_view sealed, std::string_view about) {
    prepare();
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < nonce_size + tag_size) return std::nullopt;
    const std::string_view nonce = sealed.substr(0, nonce_size);
    const std::string_view body = sealed.substr(nonce_size);
    std::string plain(body.size() - tag_size, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        octets(plain), nullptr, nullptr, octets(body), body.size(), octets(about), about.size(),
        octets(nonce), octets(key.view()));
    if (failed != 0) return std::nullopt;
    return plain;
}

}  // namespace konbit::crypto
