// SPDX-License-Identifier: Apache-2.0
#include "http/headers.hpp"

#include <algorithm>

namespace konbit::http {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

auto named(std::string_view name) {
    return [name](const auto& field) { return same_ignoring_case(field.first, name); };
}

}  // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

void Headers::set(std::string_view name, std::string_view value) {
    remove(name);
    add(name, value);
}

void Headers::remove(std::string_view name) { std::erase_if(fields_, named(name)); }

std::string_view Headers::get(std::string_view name) const {
    const auto found = std::ranges::find_if(fields_, named(name));
    return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(fields_, named(name)));
}

}  // namespace konbit::http
