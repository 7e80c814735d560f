// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/merges/merge.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

/// Making one organization of two. Rosters of waves are snapshots: their labels stay, and where both stood in
/// one wave both keep their own row, so that no answer ever moves from one to the other.
namespace konbit::merges {

/// What a merge would do; writes nothing.
/// @return ErrorCode::not_found for one that the editor may not see; ErrorCode::forbidden "other_country" for
///         one out of reach; ErrorCode::invalid when both are the same.
Result<MergePreview> preview(db::Session& session, const MergeOrder& order, const DirectoryEditor& by);

/// Merges, in the caller's transaction: rosters with statements and groups, waves, people and their roles,
/// projects, experts, agreements, facts, backings, claims, corrections and documents move, addresses lead to
/// the survivor, the duplicate goes.
/// @return As preview(); ErrorCode::invalid at /take for a field that nobody may give; what the rules say;
///         ErrorCode::conflict "reference" when something else still refers to the duplicate.
Result<Merge> merge(db::Session& session, const MergeOrder& order, const DirectoryEditor& by, Instant now);

/// Parts them again: the duplicate comes back with what it had, the survivor gets back the fields that were
/// replaced and not changed since.
/// @return ErrorCode::not_found for a merge out of reach; ErrorCode::conflict "already_undone".
Result<Merge> undo(db::Session& session, const MergeId& id, const DirectoryEditor& by, Instant now);

/// The newest merges in the countries that the editor keeps, newest first.
std::vector<Merge> list(db::Session& session, const DirectoryEditor& by);

}  // namespace konbit::merges
