// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/tiers/tier.hpp"

#include <optional>
#include <vector>

namespace konbit::tiers {

/// What is known of a record, as far as tiers ask.
struct Facts {
    RecordKind kind = RecordKind::cluster;
    std::int64_t firms = 0;           ///< Of a cluster: on its roster, else as it states.
    bool has_contact = false;         ///< A person is named who answers for it.
    bool is_claimed = false;          ///< Its own people keep the record.
    std::optional<Date> last_active;  ///< Last day on which its people did something here.
    bool has_agreement = false;       ///< A members' agreement that holds today.
    bool has_review = false;          ///< A review that holds today.
    std::optional<Tier> waived_to;    ///< By a waiver that holds today.
};

/// The tier of a record and what it lacks for the next one.
struct Verdict {
    std::optional<Tier> tier;
    std::optional<Tier> next;
    std::vector<MissingForTier> missing;  ///< Empty exactly when there is no next tier.
};

/// Listed: a named contact and, of a cluster, enough firms. Active: activity within the months of the rules
/// and, of a cluster, the members' agreement; of an organization, that its own people keep it. Verified: a
/// review that has not expired. Each tier needs the ones below it. Nothing is weighed and nobody is ranked.
Verdict judge(const Facts& facts, const TierRules& rules, Date today);

/// @return ErrorCode::invalid with each number that is out of its range.
Result<TierRules> checked(TierRules rules);
/// @return ErrorCode::invalid with /title, /url, /held_on (in the future) or /expires_on (before today).
Result<TierEvidence> checked(TierEvidence evidence, Date today);
/// @return ErrorCode::invalid with /programme, /reason or /until_on (past, or more than two years ahead).
Result<TierWaiver> checked(TierWaiver waiver, Date today);

}  // namespace konbit::tiers
