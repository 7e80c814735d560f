// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/backings/backing_store.hpp"
#include "features/backings/starting.hpp"
#include "features/permission/policies.hpp"

namespace konbit::starts {

namespace {

/// The condition under which `organizations o` may be named.
std::string may_be_named() {
    std::string kinds;
    for (const auto kind : backings::supporters)
        kinds += (kinds.empty() ? "'" : ", '") + std::string(name_of(kind)) + "'";
    return "o.kind IN (" + kinds + ") AND " + organizations_visible_to(Viewer::anonymous(), "o");
}

std::optional<StartRequest> find(db::Session& session, const StartId& id) {
    return session.one<StartRequest>("SELECT " + db::columns<StartRequest>() + " FROM starts WHERE id = $1",
                                     id);
}

bool has_had_its_mails(db::Session& session, const std::string& email, Instant now) {
    return session.value<std::int64_t>("SELECT count(*) FROM starts WHERE email = $1 AND created_at > $2",
                                       email, now - link_limit_ms) >= most_of_one_address;
}

}  // namespace

std::vector<Supporter> list_supporters(db::Session& session, int most) {
    return session.query<Supporter>("SELECT o.id, o.name, o.country_code FROM organizations o WHERE " +
                                        may_be_named() +
                                        " ORDER BY o.country_code, o.sort_key, o.id LIMIT $1",
                                    most);
}

std::optional<Supporter> find_supporter(db::Session& session, std::string_view name,
                                        std::string_view country_code) {
    return session.one<Supporter>(
        "SELECT o.id, o.name, o.country_code FROM organizations o WHERE o.name_folded = $1 AND " +
            may_be_named() + " ORDER BY CASE WHEN o.country_code = $2 THEN 0 ELSE 1 END, o.id LIMIT 1",
        text::fold(name), country_code);
}

std::optional<StartRequest> insert(db::Session& session, StartRequest start, Instant now) {
    start.email = accounts::folded_email(start.email);
    if (has_had_its_mails(session, start.email, now)) return std::nullopt;
    start.id = new_id<StartId>();
    start.created_at = now;
    db::insert(session, "starts", start);
    return start;
}

Result<Begun> prove(db::Session& session, const App& app, const StartId& id, Instant now) {
    auto start = find(session, id);
    if (!start || now - start->created_at >= link_limit_ms) return failure(ErrorCode::not_found, "start");
    KONBIT_TRY(Account account,
               accounts::find_or_insert(session, System{},
                                        {start->email, start->person_name, start->language}, now));
    if (!start->cluster_id) {
        KONBIT_TRY(const SignedIn by, Policies::by_mailed_link(session, app.config, account.id, now));
        KONBIT_TRY(const Cluster cluster, backings::start(session, app, start->cluster(), by, now));
        start->cluster_id = cluster.id;
        KONBIT_TRY(start, db::update(session, "starts", *std::move(start)));
    }
    return Begun{std::move(account), *start->cluster_id};
}

std::int64_t remove_old(db::Session& session, Instant before) {
    return session.change("DELETE FROM starts WHERE created_at < $1", before);
}

}  // namespace konbit::starts
