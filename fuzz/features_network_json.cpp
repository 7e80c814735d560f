// SPDX-License-Identifier: Apache-2.0
// A network in JSON from anywhere: reading it must end, and what was read must come back as it was.
#include "features/networks/network_json.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto found = konbit::networks::network_from_json({reinterpret_cast<const char*>(data), size});
    if (!found) return found.error().fields.empty() ? (__builtin_trap(), 0) : 0;
    std::ostringstream out;
    konbit::networks::network_to_json(*found, out);
    const auto again = konbit::networks::network_from_json(out.str());
    if (!again || again->ids != found->ids || again->ties != found->ties) __builtin_trap();
    return 0;
}
