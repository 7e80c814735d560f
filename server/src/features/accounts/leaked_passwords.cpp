// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/leaked_passwords.hpp"

#include "core/crypto.hpp"
#include "core/embedded_file.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <ranges>

namespace konbit {

/// data/passwords as it was when the binary was built.
std::span<const EmbeddedFile> password_files();

namespace accounts {

namespace {

constexpr std::size_t digits = 10;
constexpr std::size_t line = digits + 1;

}  // namespace

bool is_leaked(std::string_view password) {
    static const std::string_view lines = find_embedded(password_files(), "leaked.txt").value();
    const auto digest = crypto::sha256_hex(text::fold(password)).substr(0, digits);
    const auto line_at = [](std::size_t i) { return lines.substr(i * line, digits); };
    const auto numbers = std::views::iota(std::size_t{0}, lines.size() / line);
    const auto found = std::ranges::lower_bound(numbers, std::string_view(digest), {}, line_at);
    return found != numbers.end() && line_at(*found) == digest;
}

}  // namespace accounts
}  // namespace konbit
