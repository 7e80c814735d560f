// SPDX-License-Identifier: Apache-2.0
#include "http/testing/tls_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace konbit::http::testing {

namespace {

constexpr timeval patience{.tv_sec = 5, .tv_usec = 0};
constexpr long day_s = 24 * 60 * 60;

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Certificate = std::unique_ptr<X509, FreeCertificate>;

Certificate self_signed(EVP_PKEY* key, int days) {
    Certificate made(X509_new());
    std::uint32_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -2 * day_s);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), days * day_s + 60);
    X509_set_pubkey(made.get(), key);
    X509_NAME* const name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"),
                               -1, -1, 0);
    X509_set_issuer_name(made.get(), name);
    X509_sign(made.get(), key, EVP_sha256());
    return made;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
std::unique_ptr<std::FILE, CloseFile> opened(const std::filesystem::path& path) {
    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "w"));
    ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
    return file;
}

int connected(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("the server does not listen");
    return socket;
}

SSL* connection_for(const TlsWishes& wishes) {
    SSL_CTX* const context = SSL_CTX_new(TLS_client_method());
    // What is too old today is offered for once, so that the refusal is the server's.
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, static_cast<int>(wishes.newest));  // 0: what there is
    if (!wishes.protocol.empty()) {
        const auto offer = static_cast<char>(wishes.protocol.size()) + std::string(wishes.protocol);
        SSL_CTX_set_alpn_protos(context, reinterpret_cast<const unsigned char*>(offer.data()),
                                static_cast<unsigned>(offer.size()));
    }
    SSL* const connection = SSL_new(context);
    SSL_CTX_free(context);
    return connection;
}

std::size_t body_size(std::string_view head) {
    constexpr std::string_view name = "Content-Length: ";
    const auto at = head.find(name);
    std::size_t size = 0;
    if (at != head.npos) std::from_chars(head.data() + at + name.size(), head.data() + head.size(), size);
    return size;
}

}  // namespace

TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name, int days) {
    const TlsFiles files{folder / (name + ".crt"), folder / (name + ".key")};
    const Key key(EVP_EC_gen("P-256"));
    const auto certificate = self_signed(key.get(), days);
    PEM_write_PrivateKey(opened(files.key).get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_X509(opened(files.certificate).get(), certificate.get());
    return files;
}

void TlsClient::Free::operator()(ssl_st* connection) const { SSL_free(connection); }

TlsClient::TlsClient(std::uint16_t port, TlsWishes wishes)
    : connection_(connection_for(wishes)), socket_(connected(port)) {
    SSL_set_fd(connection_.get(), socket_);
    is_connected_ = SSL_connect(connection_.get()) == 1;
    ERR_clear_error();
}

TlsClient::~TlsClient() {
    connection_.reset();
    ::close(socket_);
}

std::string TlsClient::version() const { return SSL_get_version(connection_.get()); }

std::string TlsClient::protocol() const {
    const unsigned char* name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(connection_.get(), &name, &size);
    return {reinterpret_cast<const char*>(name), size};
}

std::string TlsClient::certificate() const {
    const Certificate shown(SSL_get1_peer_certificate(connection_.get()));
    std::uint64_t serial = 0;
    ASN1_INTEGER_get_uint64(&serial, X509_get0_serialNumber(shown.get()));
    return std::to_string(serial);
}

void TlsClient::send(std::string_view bytes) {
    SSL_write(connection_.get(), bytes.data(), static_cast<int>(bytes.size()));
}

std::string TlsClient::answer() {
    std::array<char, 16 * 1024> piece{};
    while (true) {
        const auto end = input_.find("\r\n\r\n");
        const auto size = end == input_.npos ? input_.npos : end + 4 + body_size(input_.substr(0, end));
        if (size <= input_.size()) {
            auto whole = input_.substr(0, size);
            input_.erase(0, size);
            return whole;
        }
        const int came = SSL_read(connection_.get(), piece.data(), static_cast<int>(piece.size()));
        if (came <= 0) return std::exchange(input_, {});
        input_.append(piece.data(), static_cast<std::size_t>(came));
    }
}

bool TlsClient::was_ended_properly() {
    char byte = 0;
    const int came = SSL_read(connection_.get(), &byte, 1);
    return came <= 0 && SSL_get_error(connection_.get(), came) == SSL_ERROR_ZERO_RETURN;
}

}  // namespace konbit::http::testing
