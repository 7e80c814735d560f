// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/saved_searches/saved_search.hpp"

#include <vector>

/// Saved searches in the database. To everybody but their account they do not exist.
namespace konbit::saved_searches {

/// In the order in which they were saved.
std::vector<SavedSearch> list(db::Session& session, const SignedIn& by);

/// @return ErrorCode::not_found also for one of another account.
Result<SavedSearch> find(db::Session& session, const SignedIn& by, const SavedSearchId& id);

/// What the holder of its address may follow.
/// @return ErrorCode::not_found once it was removed.
Result<SavedSearch> find(db::Session& session, const SearchHolder& by);

/// @return ErrorCode::conflict "too_many_saved_searches" past most_searches.
Result<SavedSearch> insert(db::Session& session, SavedSearch search, const SignedIn& by, Instant now);

/// Whoever asks for the weekly mail is told of what changes from then on.
/// @return ErrorCode::stale when it was changed meanwhile.
Result<SavedSearch> update(db::Session& session, SavedSearch search, const SignedIn& by, Instant now);

Result<void> remove(db::Session& session, const SavedSearch& search, const SignedIn& by);

/// Ends the weekly mail; done twice it is the same.
Result<void> end_digest(db::Session& session, const SearchHolder& by, Instant now);

/// The searches whose weekly mail is due, those that wait longest first.
std::vector<SavedSearchId> list_due(db::Session& session, const System& by, Instant now, int most);

/// A search with the person who is told of it.
struct DueSearch {
    SavedSearch search;
    std::string email;
    std::string person;
    std::string language;
};
/// @return Nothing unless its weekly mail is due and its account may sign in.
std::optional<DueSearch> find_due(db::Session& session, const System& by, const SavedSearchId& id,
                                  Instant now);

/// Notes that everything up to `now` has been told.
void mark_digested(db::Session& session, const System& by, const SavedSearchId& id, Instant now);

}  // namespace konbit::saved_searches
