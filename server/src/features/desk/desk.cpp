// SPDX-License-Identifier: Apache-2.0
#include "features/desk/desk.hpp"

#include "features/history/history_store.hpp"

namespace konbit::desk {

DeskCounts count(db::Session& session, const DirectoryEditor& by) {
    return {
        .removals = history::count_removed(session, by),
    };
}

}  // namespace konbit::desk
