// SPDX-License-Identifier: Apache-2.0
// Headers that decide something: the language is one that we speak, a preference is read alike from one line
// however it is padded, and no forwarded header changes who asks unless a trusted proxy sent it.
#include "http/address.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace konbit::http;

Request request_with(std::string_view text) {
    Request request;
    for (const auto* name : {"accept", "accept-language", "accept-encoding", "if-none-match",
                             "x-forwarded-for", "x-forwarded-proto", "cookie"})
        request.headers.add(name, text);
    return request;
}

bool speaks(std::string_view language) {
    return std::ranges::find(known_languages, language) != known_languages.end();
}

void check_origin(const Request& request) {
    static const auto proxies = TrustedProxies::parse({"10.0.0.0/8", "::1"}).value();
    const auto stranger = proxies.origin("192.0.2.1", request.headers);
    if (stranger.client != "192.0.2.1" || stranger.secure) __builtin_trap();
    const auto forwarded = proxies.origin("10.0.0.1", request.headers);
    const auto address = Address::parse(forwarded.client);
    if (!address || counted_address(forwarded.client) != address->line().text()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto request = request_with(text);
    if (!speaks(preferred_language(request))) __builtin_trap();
    const auto padded = request_with(" " + std::string(text) + " ");
    if (request.wants_html() != padded.wants_html()) __builtin_trap();
    if (request.accepts_encoding("gzip") != padded.accepts_encoding("gzip")) __builtin_trap();
    if (etag_matches(text, "W/\"never-sent\"") && text.find("never-sent") == text.npos &&
        text.find('*') == text.npos)
        __builtin_trap();
    check_origin(request);
    return 0;
}
