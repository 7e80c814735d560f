// SPDX-License-Identifier: Apache-2.0
#include "features/desk/desk.hpp"

#include "features/backings/backing_store.hpp"
#include "features/claims/claim_store.hpp"
#include "features/corrections/correction_store.hpp"
#include "features/desk/upkeep.hpp"
#include "features/history/history_store.hpp"
#include "features/letters/letter_store.hpp"
#include "features/research/research_store.hpp"

namespace konbit::desk {

DeskCounts count(db::Session& session, const DirectoryEditor& by, Instant now) {
    return {
        .backings = backings::count_open(session, by),
        .claims = claims::count_open(session, by),
        .corrections = corrections::count_open(session, by.viewer()),
        .removals = history::count_removed(session, by),
        .stubs = letters::count_stubs(session, by),
        .drafts = count_upkeep(session, by, UpkeepReason::draft, now),
        .stale = count_upkeep(session, by, UpkeepReason::stale, now),
        .sources = count_upkeep(session, by, UpkeepReason::source, now),
        .research = research::count_waiting(session, by),
    };
}

}  // namespace konbit::desk
