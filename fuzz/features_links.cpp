// SPDX-License-Identifier: Apache-2.0
// Tokens of personal links, codes typed from paper and answer cookies from anybody. Whatever is read back is
// the same when it is written and read again, and no bytes open what was not sealed with the key.
#include "core/crypto.hpp"
#include "features/links/answer_cookie.hpp"
#include "features/links/link_token.hpp"
#include "features/links/paper_code.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace konbit;
using namespace konbit::links;

const crypto::Key& key() {
    static const crypto::Key made = crypto::Key::random();
    return made;
}

void check_link(std::string_view text) {
    const auto parts = parse_link(text);
    if (!parts) return;
    if (parts->reference.size() != 8 || parts->token.size() != 26) __builtin_trap();
    if (parse_link(parts->reference + "-" + parts->token) != parts) __builtin_trap();
    if (verdict_on(parts->token, key(), RespondentId{}, 3) != TokenVerdict::unknown) __builtin_trap();
}

void check_code(std::string_view text) {
    const auto parts = parse_code(text);
    if (parts && (parts->locator.size() != 4 || parts->proof.size() != 7)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_link(text);
    check_code(text);
    if (open_cookie(key(), text)) __builtin_trap();
    return 0;
}
