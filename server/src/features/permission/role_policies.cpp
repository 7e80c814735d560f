// SPDX-License-Identifier: Apache-2.0
#include "features/permission/role_policies.hpp"

#include "db/database.hpp"
#include "features/permission/handing_on.hpp"

namespace konbit {

namespace {

std::unexpected<Error> no_such(std::string_view record) {
    return failure(ErrorCode::not_found, std::string(record));
}

/// Ids that belong together.
struct JoinScope {
    OrganizationId organization_id{};
    AccountId account_id{};

    static constexpr auto fields() {
        return std::tuple{field("organization_id", &JoinScope::organization_id),
                          field("account_id", &JoinScope::account_id)};
    }
};

struct DeputyScope {
    AccountId account_id{};
    AccountId deputy_id{};

    static constexpr auto fields() {
        return std::tuple{field("account_id", &DeputyScope::account_id),
                          field("deputy_id", &DeputyScope::deputy_id)};
    }
};

std::optional<Place> place_of(Scope scope, std::string scope_id) {
    if (scope == Scope::platform) return scope_id == "all" ? std::optional(Place{scope, {}}) : std::nullopt;
    return Place{scope, std::move(scope_id)};
}

bool administers(const Viewer& viewer) {
    return holds_for_oneself(viewer.grants(), Role::administrator, Scope::platform, {});
}

/// Who is there for oneself and could let others in.
bool keeps(db::Session& db, const Viewer& viewer, const Place& place) {
    const auto holds = [&](Role role) {
        return holds_for_oneself(viewer.grants(), role, place.scope, place.scope_id);
    };
    switch (place.scope) {
        case Scope::platform:
            return false;
        case Scope::country:
            return holds(Role::national);
        case Scope::organization:
            return holds(Role::member) || holds(Role::bso_officer);
        case Scope::cluster:
            return holds(Role::facilitator) || may_step_in(db, viewer.grants(), place.scope_id);
    }
    return false;
}

bool is_there(db::Session& db, const Place& place) {
    const auto any = [&](const char* sql) { return db.value<std::int64_t>(sql, place.scope_id) > 0; };
    switch (place.scope) {
        case Scope::platform:
            return true;
        case Scope::country:
            return any("SELECT count(*) FROM countries WHERE code = $1");
        case Scope::organization:
            return any("SELECT count(*) FROM organizations WHERE CAST(id AS TEXT) = $1");
        case Scope::cluster:
            return any("SELECT count(*) FROM clusters WHERE CAST(id AS TEXT) = $1");
    }
    return false;
}

}  // namespace

/// Who holds roles where is nobody else's business: to others there is no such list.
Result<RoleKeeper> RolePolicies::keep_roles(App& app, const http::Request& request, Scope scope,
                                            std::string scope_id) {
    KONBIT_TRY(const SignedIn by, Policies::signed_in(app, request));
    const auto place = place_of(scope, std::move(scope_id));
    const bool may = place && app.database.read([&](db::Session& db) {
        return keeps(db, by.viewer(), *place) || (administers(by.viewer()) && is_there(db, *place));
    });
    if (!may) return no_such("roles");
    return RoleKeeper(*place, by.account(), by.viewer());
}

Result<GrantKeeper> RolePolicies::keep_grant(App& app, const http::Request& request, GrantId id) {
    KONBIT_TRY(const SignedIn by, Policies::signed_in(app, request));
    const Instant now = app.clock.now();
    const auto grant = app.database.read([&](db::Session& db) -> std::optional<Grant> {
        auto found = db.one<Grant>("SELECT " + db::columns<Grant>() +
                                       " FROM grants WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2)",
                                   id, now);
        const bool may = found && (found->account_id == by.account() || administers(by.viewer()) ||
                                   may_give(db, by.viewer().grants(), *found));
        return may ? std::move(found) : std::nullopt;
    });
    if (!grant) return no_such("grant");
    return GrantKeeper(*grant, by.account());
}

Result<RoleKeeper> RolePolicies::keep_offer(App& app, const http::Request& request, RoleOfferId id) {
    KONBIT_TRY(const SignedIn by, Policies::signed_in(app, request));
    const auto place = app.database.read([&](db::Session& db) -> std::optional<Place> {
        const auto offered = db.one<Grant>(
            "SELECT id, offered_by, role, scope, scope_id, created_at, offered_by, ends_at"
            " FROM role_offers WHERE id = $1",
            id);
        if (!offered) return std::nullopt;
        const bool may = offered->account_id == by.account() || may_give(db, by.viewer().grants(), *offered);
        if (!may) return std::nullopt;
        return Place{offered->scope, offered->scope_id.value_or("")};
    });
    if (!place) return no_such("offer");
    return RoleKeeper(*place, by.account(), by.viewer());
}

Result<Facilitator> RolePolicies::hand_over(App& app, const http::Request& request, ClusterId cluster) {
    KONBIT_TRY(Facilitator by, Policies::facilitate(app, request, cluster));
    if (!holds_for_oneself(by.viewer().grants(), Role::facilitator, Scope::cluster, cluster.str()))
        return failure(ErrorCode::forbidden, "not_for_deputies");
    return by;
}

Result<JoinJudge> RolePolicies::judge_join(App& app, const http::Request& request, JoinRequestId id) {
    KONBIT_TRY(const SignedIn by, Policies::signed_in(app, request));
    const auto scope = app.database.read([&](db::Session& db) {
        return db.one<JoinScope>(
            "SELECT organization_id, account_id FROM join_requests WHERE id = $1 AND declined_at IS NULL",
            id);
    });
    const bool may = scope && scope->account_id != by.account() &&
                     (by.viewer().holds(Role::member, scope->organization_id) ||
                      by.viewer().holds(Role::bso_officer, scope->organization_id));
    if (!may) return no_such("join_request");
    return JoinJudge(id, scope->organization_id, by.account());
}

Result<SignedIn> RolePolicies::end_deputy(App& app, const http::Request& request, DeputyId id) {
    KONBIT_TRY(SignedIn by, Policies::signed_in(app, request));
    const auto scope = app.database.read([&](db::Session& db) {
        return db.one<DeputyScope>("SELECT account_id, deputy_id FROM deputies WHERE id = $1", id);
    });
    const bool may = scope && (scope->account_id == by.account() || scope->deputy_id == by.account() ||
                               administers(by.viewer()));
    if (!may) return no_such("deputy");
    return by;
}

}  // namespace konbit
