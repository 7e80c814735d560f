// SPDX-License-Identifier: Apache-2.0
#include "features/history/undo.hpp"

#include "db/columns.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/history/reverting.hpp"
#include "features/introductions/introduction_store.hpp"
#include "features/meetings/meeting_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/recipes/recipe_store.hpp"

namespace konbit::history {

namespace {

std::unexpected<Error> cannot_be_undone() { return failure(ErrorCode::conflict, "cannot_be_undone"); }

Result<Change> find_open(db::Session& session, const ChangeId& id) {
    const auto change =
        session.one<Change>("SELECT " + db::columns<Change>() + " FROM changes WHERE id = $1", id);
    if (!change) return failure(ErrorCode::not_found, "change");
    const bool is_undone =
        session.value<std::int64_t>("SELECT count(*) FROM changes WHERE reverts_id = $1", id) > 0;
    if (is_undone) return failure(ErrorCode::conflict, "already_undone");
    if (change->action == ChangeAction::merged) return cannot_be_undone();
    return *change;
}

bool is_removal(const Change& change) { return change.before && !change.after; }
bool is_creation(const Change& change) { return change.after && !change.before; }

Result<void> undo_organization(db::Session& session, const Change& change, const OrganizationEditor& by,
                               const Occasion& at) {
    const int year = utc_date(at.now).year();
    if (is_removal(change)) {
        KONBIT_TRY(OrganizationDetails gone, revived<OrganizationDetails>(change));
        KONBIT_TRY(OrganizationDetails valid, checked(std::move(gone), year));
        KONBIT_CHECK(organizations::restore(session, std::move(valid), by, at));
        return {};
    }
    KONBIT_TRY(const OrganizationDetails stored,
               organizations::find_details(session, by.viewer(), by.organization()));
    if (is_creation(change)) return organizations::remove(session, stored, by, at);
    KONBIT_TRY(OrganizationDetails wanted, reverted(change, stored));
    KONBIT_TRY(OrganizationDetails valid, checked(std::move(wanted), year));
    KONBIT_CHECK(organizations::update(session, std::move(valid), by, at));
    return {};
}

/// A cluster is started and closed, never removed; only its fields can be taken back.
Result<void> undo_cluster(db::Session& session, const Change& change, const Facilitator& by,
                          const Occasion& at) {
    KONBIT_TRY(const ShownCluster stored, clusters::find_details(session, by.viewer(), by.cluster()));
    KONBIT_TRY(ClusterDetails wanted, reverted<ClusterDetails>(change, stored));
    KONBIT_TRY(ClusterDetails valid, checked(std::move(wanted), utc_date(at.now).year()));
    KONBIT_CHECK(clusters::update(session, std::move(valid), ClusterEditor(by), at));
    return {};
}

Result<void> undo_membership(db::Session& session, const Change& change, const Facilitator& by,
                             const Occasion& at) {
    if (is_removal(change)) {
        KONBIT_TRY(Membership gone, revived<Membership>(change));
        KONBIT_CHECK(memberships::restore(session, std::move(gone), by, at));
        return {};
    }
    KONBIT_TRY(const RosterMember stored,
               memberships::find(session, by, MembershipId::parse(change.record_id.view()).value()));
    if (is_creation(change)) return memberships::remove(session, stored, by, at);
    KONBIT_TRY(Membership wanted, reverted<Membership>(change, stored));
    KONBIT_CHECK(memberships::update(session, std::move(wanted), by, at));
    return {};
}

Result<void> undo_introduction(db::Session& session, const Change& change, const Facilitator& by,
                               const Occasion& at) {
    if (is_removal(change)) {
        KONBIT_TRY(const Introduction gone, revived<Introduction>(change));
        return introductions::restore(session, gone, by, at);
    }
    KONBIT_TRY(const Introduction stored,
               introductions::find(session, by, IntroductionId::parse(change.record_id.view()).value()));
    if (is_creation(change)) return introductions::remove(session, stored, by, at);
    KONBIT_TRY(Introduction wanted, reverted<Introduction>(change, stored));
    KONBIT_CHECK(introductions::update(session, std::move(wanted), by, at));
    return {};
}

Result<void> undo_meeting(db::Session& session, const Change& change, const Facilitator& by,
                          const Occasion& at) {
    if (is_removal(change)) {
        KONBIT_TRY(Meeting gone, revived<Meeting>(change));
        return meetings::restore(session, std::move(gone), by, at);
    }
    KONBIT_TRY(const Meeting stored,
               meetings::find(session, by, MeetingId::parse(change.record_id.view()).value()));
    if (is_creation(change)) return meetings::remove(session, stored, by, at);
    KONBIT_TRY(Meeting wanted, reverted<Meeting>(change, stored));
    KONBIT_CHECK(meetings::update(session, std::move(wanted), by, at));
    return {};
}

/// What a cluster says of its beginning is changed, never made or removed.
Result<void> undo_recipe(db::Session& session, const Change& change, const Facilitator& by,
                         const Occasion& at) {
    KONBIT_TRY(Recipe wanted, reverted<Recipe>(change, recipes::find(session, by)));
    KONBIT_CHECK(recipes::save(session, std::move(wanted), by, at));
    return {};
}

}  // namespace

Result<void> undo(db::Session& session, const Reverter& by, Instant now) {
    KONBIT_TRY(const Change change, find_open(session, by.change()));
    const Occasion at{now, {.reverts = change.id}};
    if (const auto* editor = std::get_if<OrganizationEditor>(&by.as()))
        return undo_organization(session, change, *editor, at);
    const auto& facilitator = std::get<Facilitator>(by.as());
    if (change.kind == Kind::cluster) return undo_cluster(session, change, facilitator, at);
    if (change.kind == Kind::membership) return undo_membership(session, change, facilitator, at);
    if (change.kind == Kind::introduction) return undo_introduction(session, change, facilitator, at);
    if (change.kind == Kind::meeting) return undo_meeting(session, change, facilitator, at);
    if (change.kind == Kind::recipe) return undo_recipe(session, change, facilitator, at);
    return cannot_be_undone();
}

}  // namespace konbit::history
