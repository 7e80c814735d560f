// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/merges/moved.hpp"

#include <vector>

/// Rosters on which both organizations of a merge stand.
namespace konbit::merges {

std::vector<SharedEntry> find_shared_entries(db::Session& session, const Sides& sides);

/// Takes the duplicate's entries out; statements, groups and places in waves go to the survivor's.
void give_shared_entries(db::Session& session, const std::vector<SharedEntry>& shared,
                         const history::Author& author);

/// Brings the entries back, with what they had.
void return_shared_entries(db::Session& session, const std::vector<SharedEntry>& shared,
                           const history::Author& author);

/// Lets the survivor's entries show whom they got from the duplicate's, or nobody once that is taken back.
void show_given_contacts(db::Session& session, const std::vector<SharedEntry>& shared,
                         const OrganizationId& survivor);

}  // namespace konbit::merges
