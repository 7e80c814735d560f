// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/tls.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct ssl_st;

namespace konbit::http::testing {

/// Writes a self-made certificate for 127.0.0.1 and its key, mode 0600, that hold for so many days.
TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name, int days);

/// Versions of the protocol, as they are numbered in it.
enum class TlsVersion { newest = 0, v1_0 = 0x0301, v1_1 = 0x0302, v1_2 = 0x0303 };

/// What a client asks for.
struct TlsWishes {
    TlsVersion newest = TlsVersion::newest;
    std::string_view protocol{};  ///< ALPN, or none.
};

/// A connection by https to a server on this machine, which believes any certificate.
class TlsClient {
  public:
    explicit TlsClient(std::uint16_t port, TlsWishes wishes = {});
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;
    ~TlsClient();

    bool is_connected() const { return is_connected_; }
    /// "TLSv1.3"
    std::string version() const;
    std::string protocol() const;
    /// Serial number of the server's certificate, in decimal digits.
    std::string certificate() const;

    void send(std::string_view bytes);
    /// Reads one whole answer (by its Content-Length), or what came before the end.
    std::string answer();
    /// Whether the server said that it has sent everything, rather than being cut off.
    bool was_ended_properly();

  private:
    struct Free {
        void operator()(ssl_st* connection) const;
    };
    std::unique_ptr<ssl_st, Free> connection_;
    int socket_ = -1;
    std::string input_;
    bool is_connected_ = false;
};

}  // namespace konbit::http::testing
