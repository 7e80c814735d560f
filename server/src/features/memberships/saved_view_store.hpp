// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/memberships/saved_view.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

/// Saved views belong to one account; nobody else sees or changes them.
namespace konbit::saved_views {

inline constexpr std::int64_t most_saved_views = 30;

/// The facilitator's own views of the cluster, by name. Empty for the installation itself.
std::vector<SavedView> list(db::Session& session, const Facilitator& by);

/// @return ErrorCode::not_found for a view of somebody else.
Result<SavedView> find(db::Session& session, const SignedIn& by, const SavedViewId& id);

/// @return ErrorCode::invalid at /name: "required", "too_long", "taken"; ErrorCode::conflict
/// "too_many_saved_views".
Result<SavedView> insert(db::Session& session, SavedView view, const Facilitator& by);

/// @return As insert(), and ErrorCode::stale.
Result<SavedView> update(db::Session& session, SavedView view, const SignedIn& by);

Result<void> remove(db::Session& session, const SavedView& view, const SignedIn& by);

}  // namespace konbit::saved_views
