// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit::text {

/// The text in Unicode's form NFKC: what looks the same and was typed on another keyboard has the same bytes.
/// Bytes that are no UTF-8 become U+FFFD.
std::string to_nfkc(std::string_view text);

}  // namespace konbit::text
