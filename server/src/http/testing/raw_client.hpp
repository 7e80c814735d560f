// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace konbit::http::testing {

/// A bare connection to a server on this machine, for tests that send what no client library would.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port);
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient();

    /// Sends the bytes as they are; stops quietly when the server has closed.
    void send(std::string_view bytes);
    /// Reads until `count` answers have come whole (by their Content-Length), the server closes, or time is
    /// up.
    std::string answers(int count, std::chrono::milliseconds wait = std::chrono::seconds(5));
    /// Reads everything until the server closes or time is up.
    std::string until_closed(std::chrono::milliseconds wait = std::chrono::seconds(5));
    /// Whether the server has closed the connection (seen by the last read).
    bool is_closed() const { return is_closed_; }

  private:
    bool read_more(std::chrono::steady_clock::time_point end);

    int socket_;
    std::string input_;
    bool is_closed_ = false;
};

/// The status of the first answer in `text`, 0 when there is none.
int status_in(std::string_view text);

}  // namespace konbit::http::testing
