// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/own_network/own_network.hpp"

#include <string_view>

namespace konbit::own_network {

/// The members `{0}` and `{1}` may be competitors, as an SQL condition: both are firms, and not known to be
/// of different lines of business. What a firm marked as a competitor is sealed and never asked for this.
inline constexpr std::string_view may_compete =
    "({0}.kind IN ('firm', 'cooperative') AND {1}.kind IN ('firm', 'cooperative')"
    " AND COALESCE({0}.subsector, {1}.subsector, '') = COALESCE({1}.subsector, {0}.subsector, ''))";

/// Everybody with whom the respondent has an open tie that it may see, and what it disputes.
std::vector<OwnContact> list_contacts(db::Session& db, const Respondent& by);

bool is_shared(db::Session& db, const Respondent& by);

/// Lets those whom the respondent named see it, or takes that back.
void set_shared(db::Session& db, const Respondent& by, bool is_shared, Instant now);

/// What changed since the wave that the respondent answered before; nothing without one.
std::optional<OwnNetworkChange> find_own_change(db::Session& db, const Respondent& by);

}  // namespace konbit::own_network
