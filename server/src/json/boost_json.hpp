// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace konbit::json {

/// Parses with our limits; only for the sources of this folder.
/// @return ErrorCode::malformed "not_json" with the place of the fault in bytes.
Result<boost::json::value> parse_document(std::string_view text);

}  // namespace konbit::json
