// SPDX-License-Identifier: Apache-2.0
#include "http/wire/tls_context.hpp"

#include "core/log.hpp"

#include <fmt/core.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <system_error>

namespace konbit::http {

namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* ciphers_of_1_2 = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr std::string_view protocol = "\x08http/1.1";

std::string last_words() {
    std::array<char, 256> words{};
    const auto code = ERR_get_error();
    ERR_clear_error();
    if (code == 0) return "it cannot be read";
    ERR_error_string_n(code, words.data(), words.size());
    return words.data();
}

std::unexpected<Error> refused(std::string words) {
    return failure(ErrorCode::unavailable, std::move(words));
}

/// Who offers other protocols alone is told so; who offers none is served.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
    const auto* ours = reinterpret_cast<const unsigned char*>(protocol.data());
    const int found =
        SSL_select_next_proto(const_cast<unsigned char**>(chosen), size, ours,
                              static_cast<unsigned int>(protocol.size()), offered, offered_size);
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

TlsContext::Context strict_context() {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* const native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, ciphers_of_1_2);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    // A record is written whole: what answers are made of does not move meanwhile.
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    return context;
}

Result<void> check_access(const std::filesystem::path& key) {
    struct stat status{};
    if (::stat(key.c_str(), &status) == 0 && (status.st_mode & S_IRWXO) != 0)
        return refused(fmt::format("every user may read {0}: chmod o= {0}", key.string()));
    return {};
}

Result<TlsContext::Context> loaded(const TlsFiles& files) {
    KONBIT_CHECK(check_access(files.key));
    auto context = strict_context();
    SSL_CTX* const native = context->native_handle();
    // The key first: a certificate of another one takes it off again, which the last line tells.
    if (SSL_CTX_use_PrivateKey_file(native, files.key.c_str(), SSL_FILETYPE_PEM) != 1)
        return refused(fmt::format("the key {}: {}", files.key.string(), last_words()));
    if (SSL_CTX_use_certificate_chain_file(native, files.certificate.c_str()) != 1)
        return refused(fmt::format("the certificate {}: {}", files.certificate.string(), last_words()));
    if (SSL_CTX_check_private_key(native) != 1)
        return refused(
            fmt::format("{} is not the key of {}", files.key.string(), files.certificate.string()));
    return context;
}

}  // namespace

Result<void> check(const TlsFiles& files) {
    KONBIT_CHECK(loaded(files));
    return {};
}

Result<int> days_left(const TlsFiles& files) {
    KONBIT_TRY(const auto context, loaded(files));
    const X509* const own = SSL_CTX_get0_certificate(context->native_handle());
    int days = 0;
    int seconds = 0;
    if (ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(own)) != 1)
        return refused("the certificate says no end");
    return seconds < 0 ? days - 1 : days;
}

TlsContext::TlsContext(TlsFiles files) : files_(std::move(files)) {
    auto context = loaded(files_);
    if (!context)
        throw std::system_error(std::make_error_code(std::errc::invalid_argument), context.error().reason);
    context_ = *std::move(context);
}

void TlsContext::reload() {
    auto context = loaded(files_);
    if (!context) return log::error("the certificate was not renewed", {{"reason", context.error().reason}});
    context_ = *std::move(context);
    log::info("certificate read again", {{"file", files_.certificate.string()}});
}

}  // namespace konbit::http
