// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit {

/// Appends `text` as a JSON string with its quotation marks. Invalid UTF-8 becomes U+FFFD.
/// @param in_html  Also escapes < > & and the line separators, so that it may stand inside a <script>
/// element.
void append_json_string(std::string& out, std::string_view text, bool in_html = false);

}  // namespace konbit
