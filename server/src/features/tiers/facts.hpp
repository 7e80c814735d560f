// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/tiers/judge.hpp"
#include "features/tiers/tier_store.hpp"

#include <optional>
#include <string>

namespace konbit::tiers {

/// What is known of a record, and where it stands.
struct Known {
    Facts facts;
    std::string country_code;
};

/// @return Nothing when there is no such record.
std::optional<Known> known_of(db::Session& session, const Subject& subject, Date today);

}  // namespace konbit::tiers
