// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/duplicates/name_key.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::duplicates {

/// What is known of an organization when it is asked whether it is here already.
struct Described {
    std::string name;
    std::optional<std::string> acronym{};
    std::string country_code{};
    std::optional<std::string> website{};
    std::optional<std::string> phone{};
};

/// The same, made ready for comparison.
struct Fingerprint {
    NameKey name;
    std::string acronym;  ///< Folded, without blanks; empty when none is known.
    std::string country_code;
    std::string domain;  ///< As domain_of(); empty when none is known.
    std::string phone;   ///< The last digits, as phone_key(); empty when none is known.
};

Fingerprint fingerprint(const Described& organization);

/// "belmont.gd" of "https://www.belmont.gd/en/". Empty for addresses on sites that host anybody's pages
/// (facebook.com and the like), which say nothing about who somebody is.
std::string domain_of(std::string_view website);

/// The last ten digits of a number of at least seven: country codes are written or left out.
std::string phone_key(std::string_view phone);

}  // namespace konbit::duplicates
