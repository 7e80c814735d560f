// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/tls.hpp"

#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <memory>

namespace konbit::http {

/// The certificate with which new connections begin; those under way keep theirs. TLS 1.2 with forward
/// secrecy and authenticated ciphers, or 1.3; ALPN "http/1.1".
class TlsContext {
  public:
    using Context = std::shared_ptr<boost::asio::ssl::context>;

    /// @throws std::system_error  When the files cannot be used; check() says why in words.
    explicit TlsContext(TlsFiles files);

    Context current() const { return context_.load(); }

    /// Reads the files again. What cannot be used is logged and changes nothing.
    void reload();

  private:
    TlsFiles files_;
    std::atomic<Context> context_;
};

}  // namespace konbit::http
