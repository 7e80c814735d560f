// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/duplicate_store.hpp"

#include "features/duplicates/register.hpp"

namespace konbit::duplicates {

namespace {

/// What is compared of a stored organization.
struct Compared {
    OrganizationId id{};
    std::string slug;
    std::string name;
    std::optional<std::string> acronym;
    std::string country_code;
    std::optional<std::string> website;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Compared::id),
            field("slug", &Compared::slug),
            field("name", &Compared::name),
            field("acronym", &Compared::acronym),
            field("country_code", &Compared::country_code),
            field("website", &Compared::website),
        };
    }
};

/// Those of the same country, or with the same domain in their address.
std::vector<Compared> list_near(db::Session& session, const Viewer& viewer, const Described& candidate) {
    const std::string domain = domain_of(candidate.website.value_or(""));
    const std::string anywhere = domain.empty() ? "" : "%" + domain + "%";
    return session.query<Compared>(
        "SELECT o.id, o.slug, o.name, o.acronym, o.country_code, o.website FROM organizations o"
        " WHERE (o.country_code = $1 OR o.website LIKE $2) AND " +
            organizations_visible_to(viewer, "o") + " ORDER BY o.sort_key, o.id",
        candidate.country_code, anywhere);
}

}  // namespace

std::vector<Duplicate> find(db::Session& session, const Viewer& viewer, const Described& candidate) {
    constexpr std::size_t most = 5;
    const auto near = list_near(session, viewer, candidate);
    std::vector<Fingerprint> fingerprints;
    for (const auto& each : near)
        fingerprints.push_back(fingerprint({each.name, each.acronym, each.country_code, each.website, {}}));
    std::vector<Duplicate> found;
    for (auto& [place, score] : Register(std::move(fingerprints)).matches(fingerprint(candidate))) {
        if (found.size() == most) break;
        const Compared& each = near[place];
        found.push_back({each.id, each.slug, each.name, each.country_code, score.value, score.reasons});
    }
    return found;
}

}  // namespace konbit::duplicates
