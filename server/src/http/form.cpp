// SPDX-License-Identifier: Apache-2.0
#include "http/form.hpp"

#include <string>

namespace konbit::http {

namespace {

/// Browsers end the lines of a text area with CR and LF; ours end with LF.
std::string with_plain_line_ends(std::string_view encoded) {
    std::string text(encoded);
    for (std::size_t at = 0; (at = text.find("%0D%0A", at)) != std::string::npos;) text.erase(at, 3);
    return text;
}

}  // namespace

Result<void> read_form(std::string_view bytes, const Type& type, void* target) {
    Request carrier;
    KONBIT_TRY(carrier.query, Parameters::parse(with_plain_line_ends(bytes)));
    return detail::read_query(carrier, type, target);
}

}  // namespace konbit::http
