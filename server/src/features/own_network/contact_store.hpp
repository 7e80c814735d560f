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

/// The question `q` may be shown to members, as an SQL condition.
inline constexpr std::string_view is_for_members =
    "q.may_be_named AND q.purposes LIKE '%\"map_to_members\"%'";

/// Everybody with whom the respondent has an open tie that it may see, and what it disputes.
std::vector<OwnContact> list_contacts(db::Session& db, const Respondent& by);

/// Whether the respondent consents to a map that members see: the same consent lets those whom it named see
/// that.
bool is_shared(db::Session& db, const Respondent& by);

/// Gives that consent or takes it back, as on the first page. To be noted by answers::log_consent().
/// @return ErrorCode::conflict "consent_missing" for whoever takes no part.
Result<void> set_shared(db::Session& db, const Respondent& by, bool is_shared);

/// What changed since the wave that the respondent answered before; nothing without one.
std::optional<OwnNetworkChange> find_own_change(db::Session& db, const Respondent& by);

}  // namespace konbit::own_network
