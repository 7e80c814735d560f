// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit::http {

/// Shorter texts gain less than the header and the time cost.
inline constexpr std::size_t worth_compressing_bytes = 1024;

/// `text` in gzip form (RFC 1952), at a level for answers made on the fly.
std::string gzip(std::string_view text);

}  // namespace konbit::http
