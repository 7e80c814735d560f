// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/merges/moved.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace konbit::merges {

/// What refers to the duplicate and goes to the survivor; writes nothing.
Moved find_references(db::Session& session, const Sides& sides);

/// How many records of each kind change hands, without the kinds of which none does.
std::map<std::string, std::int64_t, std::less<>> counts_of(const Moved& moved);

/// Hands everything to the survivor; afterwards nothing holds the duplicate.
void hand_over(db::Session& session, const Moved& moved, const Sides& sides, const history::Author& author);

/// Hands it back to the duplicate, which is there again. What was removed meanwhile stays removed.
void hand_back(db::Session& session, const Moved& moved, const Sides& sides, const history::Author& author);

/// Names of the clusters on whose rosters both stand.
std::vector<std::string> shared_clusters(db::Session& session, const Sides& sides);

}  // namespace konbit::merges
