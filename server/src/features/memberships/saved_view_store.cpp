// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/saved_view_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/organizations/listing_rules.hpp"

namespace konbit::saved_views {

namespace {

constexpr int longest_view_name = 60;

Result<SavedView> checked(db::Session& session, SavedView view) {
    view.name = text::trim(view.name);
    view.sort_key = text::sort_key(view.name);
    Findings findings;
    findings.require(!view.name.empty(), "/name", "required");
    check_length(findings, "/name", view.name, longest_view_name);
    findings.require(!session.one<std::int64_t>("SELECT 1 FROM saved_views WHERE account_id = $1 AND"
                                                " cluster_id = $2 AND sort_key = $3 AND id <> $4",
                                                view.account_id, view.cluster_id, view.sort_key, view.id),
                     "/name", "taken");
    return std::move(findings).or_value(std::move(view));
}

}  // namespace

std::vector<SavedView> list(db::Session& session, const Facilitator& by) {
    if (!by.viewer().account()) return {};
    return session.query<SavedView>("SELECT " + db::columns<SavedView>() +
                                        " FROM saved_views WHERE account_id = $1 AND cluster_id = $2"
                                        " ORDER BY sort_key",
                                    *by.viewer().account(), by.cluster());
}

Result<SavedView> find(db::Session& session, const SignedIn& by, const SavedViewId& id) {
    auto view = session.one<SavedView>(
        "SELECT " + db::columns<SavedView>() + " FROM saved_views WHERE id = $1 AND account_id = $2", id,
        by.account());
    if (!view) return failure(ErrorCode::not_found, "saved_view");
    return *std::move(view);
}

Result<SavedView> insert(db::Session& session, SavedView view, const Facilitator& by) {
    if (static_cast<std::int64_t>(list(session, by).size()) >= most_saved_views)
        return failure(ErrorCode::conflict, "too_many_saved_views");
    view.id = new_id<SavedViewId>();
    view.account_id = by.viewer().account().value();
    view.cluster_id = by.cluster();
    view.version = 1;
    KONBIT_TRY(SavedView valid, checked(session, std::move(view)));
    db::insert(session, "saved_views", valid);
    return valid;
}

Result<SavedView> update(db::Session& session, SavedView view, const SignedIn& by) {
    KONBIT_CHECK(find(session, by, view.id));
    KONBIT_TRY(SavedView valid, checked(session, std::move(view)));
    return db::update(session, "saved_views", std::move(valid));
}

Result<void> remove(db::Session& session, const SavedView& view, const SignedIn& by) {
    const auto removed =
        session.change("DELETE FROM saved_views WHERE id = $1 AND account_id = $2 AND version = $3", view.id,
                       by.account(), view.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    return {};
}

}  // namespace konbit::saved_views
