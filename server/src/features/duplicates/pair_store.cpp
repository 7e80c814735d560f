// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/pair_store.hpp"

#include "db/columns.hpp"
#include "features/duplicates/register.hpp"
#include "features/organizations/organization_store.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace konbit::duplicates {

namespace {

using Ids = std::pair<OrganizationId, OrganizationId>;  ///< The smaller one first.

Ids ids_of(const OrganizationId& a, const OrganizationId& b) { return std::minmax(a, b); }

/// In the order in which they came.
std::vector<Twin> list_twins(db::Session& session, const DirectoryEditor& by, std::string_view country_code) {
    return session.query<Twin>(
        "SELECT " + db::columns<Twin>("o") + " FROM organizations o WHERE o.country_code = $1 AND " +
            organizations_visible_to(by.viewer(), "o") + " ORDER BY o.created_at, o.id",
        country_code);
}

std::set<Ids> list_apart(db::Session& session, std::string_view country_code) {
    std::set<Ids> apart;
    for (const auto& each : session.query<KnownApart>(
             "SELECT k.first_id, k.second_id FROM known_apart k JOIN organizations o ON o.id = k.first_id"
             " WHERE o.country_code = $1",
             country_code))
        apart.emplace(each.first_id, each.second_id);
    return apart;
}

Fingerprint fingerprint_of(const Twin& twin) {
    return fingerprint({twin.name, twin.acronym, twin.country_code, twin.website, {}});
}

std::vector<DuplicatePair> pairs_among(const std::vector<Twin>& twins, const std::set<Ids>& apart) {
    std::vector<Fingerprint> fingerprints;
    std::ranges::transform(twins, std::back_inserter(fingerprints), fingerprint_of);
    const Register all(fingerprints);
    std::vector<DuplicatePair> pairs;
    for (std::size_t i = 0; i < twins.size(); ++i)
        for (const auto& [place, score] : all.matches(fingerprints[i]))
            if (place > i && !apart.contains(ids_of(twins[i].id, twins[place].id)))
                pairs.push_back({twins[i], twins[place], score.value, score.reasons});
    std::ranges::sort(pairs, {}, [](const DuplicatePair& pair) {
        return std::tuple(-pair.score, pair.first.name, pair.first.id, pair.second.id);
    });
    return pairs;
}

Result<void> check_kept(db::Session& session, const OrganizationId& id, const DirectoryEditor& by) {
    KONBIT_TRY(const Organization organization, organizations::find(session, by.viewer(), id));
    if (!by.may_edit(organization.country_code)) return failure(ErrorCode::forbidden, "other_country");
    return {};
}

}  // namespace

Result<DuplicatePairs> list_pairs(db::Session& session, const DirectoryEditor& by,
                                  std::string_view country_code) {
    constexpr std::size_t most = 100;
    if (!by.may_edit(country_code)) return failure(ErrorCode::forbidden, "other_country");
    DuplicatePairs list;
    list.items = pairs_among(list_twins(session, by, country_code), list_apart(session, country_code));
    list.count = static_cast<std::int64_t>(list.items.size());
    list.items.resize(std::min(list.items.size(), most));
    return list;
}

Result<void> tell_apart(db::Session& session, const KnownApart& pair, const DirectoryEditor& by,
                        Instant now) {
    if (pair.first_id == pair.second_id)
        return failure(ErrorCode::invalid, "invalid", {{"/second_id", "repeated"}});
    KONBIT_CHECK(check_kept(session, pair.first_id, by));
    KONBIT_CHECK(check_kept(session, pair.second_id, by));
    const auto [first, second] = ids_of(pair.first_id, pair.second_id);
    session.change(
        "INSERT INTO known_apart (first_id, second_id, account_id, said_at) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT DO NOTHING",
        first, second, by.viewer().account(), now);
    return {};
}

}  // namespace konbit::duplicates
