// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace konbit::http {

/// What the server serves. Calls come from several threads at once.
class Application {
  public:
    virtual ~Application() = default;

    /// Called on an I/O thread when the head has been read: finds the route. Must not wait for anything.
    /// @return The most bytes that the body may have.
    virtual std::size_t admit(Request& head) = 0;

    /// Called on a worker before a large or announced body is read: asks everything that needs no body.
    /// @return The refusal, or nothing when the body may come.
    virtual std::optional<Response> refusal(Request& head) = 0;

    /// Called on a worker with the whole request. Does not throw.
    virtual Response answer(Request& request) = 0;

    /// The answer to bytes that are no request, or to one over a limit (400, 408, 413, 431, 501, 503).
    virtual Response broken(int status, std::string_view reason) = 0;
};

}  // namespace konbit::http
