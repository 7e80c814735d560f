// SPDX-License-Identifier: Apache-2.0
// Addresses that the server is told to ask, from anybody: what is admitted is https to port 443 of a host
// with a name, and reads the same when it is put together and read again.
#include "http/outgoing_url.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const konbit::http::OutgoingRules rules;
    (void)konbit::http::is_public_address(bytes);
    const auto found = rules.admitted(bytes);
    if (!found) return 0;
    if (found->is_plain || found->port != 443 || konbit::http::is_public_address(found->host))
        __builtin_trap();
    const auto again = rules.admitted(found->text());
    if (!again || again->text() != found->text()) __builtin_trap();
    return 0;
}
