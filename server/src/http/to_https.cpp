// SPDX-License-Identifier: Apache-2.0
#include "http/to_https.hpp"

#include "http/problem.hpp"

namespace konbit::http {

std::size_t ToHttps::admit(Request&) { return 0; }

std::optional<Response> ToHttps::refusal(Request&) { return std::nullopt; }

Response ToHttps::answer(Request& request) {
    // What was sent in the clear is not to be sent again by itself; a program would never notice that it
    // does.
    if (!is_safe(request.method) || request.path.starts_with("/api/")) return broken(403, "https_required");
    return content("", "text/plain", 308).with("location", base_url_ + request.target);
}

Response ToHttps::broken(int status, std::string_view reason) { return problem(status, reason, ""); }

}  // namespace konbit::http
