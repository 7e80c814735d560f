// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/tiers/judge.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Tiers of organizations and clusters. They are worked out, never typed: from the roster, the people, what
/// was done here, the documents and the waivers.
namespace konbit::tiers {

/// One organization or cluster.
struct Subject {
    RecordKind kind = RecordKind::cluster;
    RecordId id{};
};

/// The rules of a country; those of the region where it has none of its own.
TierRules rules_of(db::Session& session, std::string_view country_code);

/// @return ErrorCode::forbidden "other_country"; what checked() finds.
Result<TierRules> put_rules(db::Session& session, std::string_view country_code, const TierRules& rules,
                            const DirectoryEditor& by, Instant now);

/// Where a record stands. Documents and what is missing are left out unless the viewer may edit the record.
/// @return ErrorCode::not_found for what the viewer may not see.
Result<TierReport> report(db::Session& session, const Viewer& viewer, const Subject& subject, Date today);

/// Notes the members' agreement of the facilitator's cluster.
Result<TierEvidence> insert_agreement(db::Session& session, TierEvidence evidence, const Facilitator& by,
                                      Instant now);

/// Notes that the editor reviewed what a record says.
/// @return ErrorCode::not_found for a record that the editor may not see; ErrorCode::forbidden
/// "other_country".
Result<TierEvidence> insert_review(db::Session& session, TierEvidence evidence, const DirectoryEditor& by,
                                   Instant now);
Result<TierWaiver> insert_waiver(db::Session& session, TierWaiver waiver, const DirectoryEditor& by,
                                 Instant now);

/// Works the tier of a record out anew and keeps the step when it changed. A record that is gone is passed
/// over.
void refresh(db::Session& session, const System& by, const Subject& subject, Instant now);

/// Up to `most` records of a kind after an id, in the order of their ids.
std::vector<RecordId> list_after(db::Session& session, const System& by, RecordKind kind,
                                 const std::optional<RecordId>& after, int most);

}  // namespace konbit::tiers
