// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/permission/policies.hpp"
#include "features/statements/competition.hpp"
#include "features/statements/statement_routes.hpp"

namespace konbit {

namespace {

struct CompetitionFlag {
    std::optional<bool> competes;  ///< Empty withdraws what was said.

    static constexpr auto fields() { return std::tuple{field("competes", &CompetitionFlag::competes)}; }
};

struct CompetitionState {
    bool has_stated = false;

    static constexpr auto fields() { return std::tuple{field("has_stated", &CompetitionState::has_stated)}; }
};

crypto::Key key_of(const App& app) { return app.keys.derive(competition::competition_purpose); }

Result<CompetitionState> show_own(App& app, MembershipId, const StatementReader& by) {
    return app.database.read([&](db::Session& session) {
        return CompetitionState{competition::has_stated(session, key_of(app), by)};
    });
}

Result<http::NoContent> state_own(App& app, MembershipId, const StatementReader& by,
                                  Create<CompetitionFlag> flag) {
    return app.database.write([&](db::Session& session) -> Result<http::NoContent> {
        competition::state(session, key_of(app), flag.competes, by);
        return http::NoContent{};
    });
}

Result<competition::CompetitionSum> show_sum(App& app, ClusterId, const Facilitator& by) {
    return app.database.read([&](db::Session& session) { return competition::sum(session, by); });
}

}  // namespace

std::span<const http::Route<App>> competition_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(get, "/api/memberships/{id}/competition",
              "Whether the member has said if others compete with it", may_speak_for_member, show_own),
        route(put, "/api/memberships/{id}/competition",
              "Says, for the seal, whether others on the roster compete with the member",
              may_speak_for_member, state_own),
        route(get, "/api/clusters/{cluster_id}/competition",
              "How many members compete with others on the roster, where enough have said so", may_facilitate,
              show_sum),
    };
    return all;
}

}  // namespace konbit
