// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit::http {

/// Percent-decodes a path or a query part.
/// @param plus_is_space  True in queries, where a form writes a space as "+".
/// @return Nothing when an escape is broken or gives a control character or invalid UTF-8.
std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space = false);

/// Percent-encodes everything but RFC 3986 unreserved characters: safe in any part of a URL.
std::string percent_encoded(std::string_view text);

/// The decoded parameters of a query, in order.
class Parameters {
  public:
    /// @return ErrorCode::malformed ("bad_query") when an escape is broken.
    static Result<Parameters> parse(std::string_view query);

    /// @return The value, nothing when the parameter is absent, ErrorCode::malformed ("repeated_parameter")
    ///         when it is given more than once: which one counts would be a guess.
    Result<std::optional<std::string_view>> single(std::string_view name) const;
    /// The first value of that name or an empty text, for parameters whose meaning is harmless.
    std::string_view first(std::string_view name) const;
    /// Every value of that name, in order.
    std::vector<std::string_view> all(std::string_view name) const;

    auto begin() const { return pairs_.begin(); }
    auto end() const { return pairs_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

}  // namespace konbit::http
