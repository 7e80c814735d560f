// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/request.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::http {

/// Why bytes are refused: a status and a reason for the problem document.
struct Refusal {
    int status = 400;
    std::string_view reason = "bad_request";
};

/// How far the head of a request has come.
struct HeadProgress {
    std::size_t size = 0;  ///< Bytes of the whole head with its blank line; 0 while more must be read.
    std::optional<Refusal> refusal;
};

/// Looks for the end of a head and refuses what no well-meaning client sends: a line feed without carriage
/// return or the other way round, control characters, folded lines, more than `limit` bytes.
/// @param scanned  Bytes that an earlier call has looked at; kept by the caller, 0 at first.
HeadProgress scan_head(std::string_view input, std::size_t limit, std::size_t& scanned);

/// Reads one request: its head at once, its body piece by piece. Stricter than RFC 9112 where leniency lets
/// one request pass for two behind a proxy: exactly one valid Host, no coding but a single "chunked", no
/// Content-Length beside it, only targets in origin form.
class Parser {
  public:
    Parser();
    Parser(Parser&&) noexcept;
    ~Parser();

    /// @param head  Exactly the bytes that scan_head found.
    std::optional<Refusal> read_head(std::string_view head, Request& request);

    bool keeps_alive() const;
    bool expects_continue() const;
    bool is_chunked() const;
    /// Announced length; nothing for chunked bodies.
    std::optional<std::uint64_t> content_length() const;

    /// Sets how many bytes a body may have. @return 413 when it is announced to have more.
    std::optional<Refusal> limit_body(std::size_t bytes);
    bool is_complete() const;
    /// Takes what it can from the front of `input`. @return A refusal when the body is broken or too large.
    std::optional<Refusal> read_body(std::string& input);
    std::string take_body();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace konbit::http
