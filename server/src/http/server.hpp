// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/address.hpp"
#include "http/application.hpp"
#include "http/tls.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace konbit::http {

/// What a client may cost us.
struct Limits {
    std::size_t header_bytes = 16 * 1024;  ///< Beyond: 431.
    std::size_t small_body_bytes =
        64 * 1024;                       ///< Larger bodies are read only after the policy admitted them.
    std::size_t connections = 4096;      ///< Beyond: 503.
    std::size_t queued_requests = 1024;  ///< Waiting for a worker; beyond: 503 with Retry-After.
    std::chrono::milliseconds header_deadline{10'000};
    std::chrono::milliseconds body_deadline{
        30'000};  ///< Plus the time that its size takes at `slowest_bytes_per_s`.
    std::chrono::milliseconds idle_deadline{60'000};
    std::chrono::milliseconds write_deadline{30'000};  ///< Plus the time that its size takes, as above.
    std::chrono::milliseconds grace{10'000};           ///< After a stop, for requests under way.
    std::size_t slowest_bytes_per_s = 16 * 1024;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one.
    unsigned io_threads = 2;
    unsigned workers = 4;
    bool stops_on_signals = false;  ///< SIGTERM and SIGINT stop it.
    Limits limits{};
    TrustedProxies proxies{};
    TlsFiles tls{};  ///< Empty: plain HTTP. Read again on SIGHUP when `stops_on_signals`, and by reload().
};

/// Serves an application over HTTP/1.1: I/O threads read and write, workers run the handlers.
///
/// Stopping is graceful: no new connections, idle ones are closed, requests under way are answered within
/// `grace`.
class Server {
  public:
    /// Listens, but accepts only after start().
    /// @throws std::system_error  When the address cannot be listened on, for instance because it is taken,
    /// or
    ///                            the certificate cannot be used.
    Server(ServerOptions options, Application& application);
    ~Server();

    void start();
    std::uint16_t port() const;
    /// Reads the certificate again, for new connections. Any thread.
    void reload();
    /// Begins to stop; returns at once. Any thread.
    void stop();
    /// Waits until the server has stopped.
    void wait();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace konbit::http
