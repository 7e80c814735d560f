// SPDX-License-Identifier: Apache-2.0
#include "features/neutrality/neutrality_store.hpp"

#include "features/audit/scene.hpp"
#include "features/permission/own_firms.hpp"

#include <fmt/core.h>

namespace konbit::neutrality {

namespace {

struct FirmOfPerson {
    AccountId account_id{};
    std::string name;
    std::string firm;

    static constexpr auto fields() {
        return std::tuple{field("account_id", &FirmOfPerson::account_id), field("name", &FirmOfPerson::name),
                          field("firm", &FirmOfPerson::firm)};
    }
};

std::vector<FirmOfPerson> rows_of(db::Session& db, const ClusterId& cluster, Instant now) {
    return db.query<FirmOfPerson>(fmt::format(R"(
        SELECT a.id, a.name, m.label
        FROM accounts a
        JOIN memberships m ON m.cluster_id = $1
        JOIN organizations o ON o.id = m.organization_id
        WHERE (EXISTS (SELECT 1 FROM grants f WHERE f.account_id = a.id AND f.role = 'facilitator'
                       AND f.scope = 'cluster' AND f.scope_id = $2 AND (f.ends_at IS NULL OR f.ends_at > $3))
            OR EXISTS (SELECT 1 FROM deputies d WHERE d.deputy_id = a.id AND d.role = 'facilitator'
                       AND d.scope = 'cluster' AND d.scope_id = $2 AND d.begins_at <= $3 AND d.ends_at > $3))
          AND a.status = 'active' AND {} AND {}
        ORDER BY a.name, a.id, m.sort_key, m.id)",
                                              is_member_firm, account_belongs_to),
                                  cluster, cluster.view(), now);
}

}  // namespace

std::vector<FirmPerson> list_firm_people(db::Session& db, const ClusterId& cluster, Instant now) {
    std::vector<FirmPerson> people;
    std::optional<AccountId> last;
    for (auto& row : rows_of(db, cluster, now)) {
        if (row.account_id != last) people.push_back({std::move(row.name), {}});
        people.back().firms.push_back(std::move(row.firm));
        last = row.account_id;
    }
    return people;
}

Neutrality find(db::Session& db, const Facilitator& by, Instant now) {
    const auto account = by.viewer().account();
    return {account ? own_firms(db, *account, by.cluster()) : std::vector<std::string>{},
            list_firm_people(db, by.cluster(), now), firms_may_facilitate(db)};
}

NeutralityRule find_rule(db::Session& db) { return {firms_may_facilitate(db)}; }

void save_rule(db::Session& db, const DirectoryEditor&, const NeutralityRule& rule, Instant now) {
    const auto spelled = [](bool may) { return std::string(may ? "true" : "false"); };
    audit::note_rights(
        db, {"neutrality", ""},
        {{"firms_may_facilitate", spelled(firms_may_facilitate(db)), spelled(rule.firms_may_facilitate)}},
        now);
    db.change(R"(
        INSERT INTO settings (key, value, updated_at) VALUES ('firms_may_facilitate', $1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at)",
              spelled(rule.firms_may_facilitate), now);
}

}  // namespace konbit::neutrality
