// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace konbit::accounts {

/// Whether a password stands, whatever its capitals, in the list of those that leaked from other services
/// most often: some 18,000 of eight characters or more, kept as digests in data/passwords/leaked.txt
/// (tools/update-leaked-passwords). Nothing is asked of a service on the network.
/// @param password  In NFKC. Another password is taken for a leaked one once in 60 million.
bool is_leaked(std::string_view password);

}  // namespace konbit::accounts
