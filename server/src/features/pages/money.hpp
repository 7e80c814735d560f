// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace konbit::pages {

/// An amount as the region writes it: "EC$ 648,000", and for a currency with a fixed rate the US dollars that
/// it comes to: "EC$ 648,000 (US$ 240,000)". Cents stand only when there are some.
/// @param amount_minor  In the smallest unit of the currency; every currency of the region has hundredths.
/// @param currency      ISO 4217.
std::string money(const Words& words, std::int64_t amount_minor, std::string_view currency);

}  // namespace konbit::pages
