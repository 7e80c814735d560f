// SPDX-License-Identifier: Apache-2.0
// What a provider answers, from anybody: keys, signed texts and claims are read within their bytes, and none
// is believed that no key signed.
#include "features/oidc/id_token.hpp"
#include "features/oidc/signed_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace konbit::oidc;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto keys = signing_keys(bytes);
    const auto text = parse_signed(bytes);
    if (text && key_of(*text, keys) != nullptr) __builtin_trap();  // no bytes are both
    for (const auto& key : keys)
        if (verifies(key, {key.algorithm, "", "message", "{}", key.first + key.second})) __builtin_trap();
    (void)checked_claims(bytes, {"https://accounts.example.org", "konbit", "once", {}});
    return 0;
}
