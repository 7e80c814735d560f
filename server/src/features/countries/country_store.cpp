// SPDX-License-Identifier: Apache-2.0
#include "features/countries/country_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/reference/reference_book.hpp"

#include <algorithm>

namespace konbit::countries {

namespace {

/// A country with its counts, before it has a name.
struct CountedCountry : Country {
    std::int64_t cluster_count = 0;
    std::int64_t organization_count = 0;

    static constexpr auto fields() {
        return std::tuple_cat(Country::fields(),
                              std::tuple{
                                  field("cluster_count", &CountedCountry::cluster_count),
                                  field("organization_count", &CountedCountry::organization_count),
                              });
    }
};

std::string select_counted(const Viewer& viewer) {
    return "SELECT " + db::columns<Country>("t") +
           ", (SELECT count(*) FROM clusters c WHERE c.countries LIKE '%\"' || t.code || '\"%' AND " +
           clusters_visible_to(viewer, "c") +
           "), (SELECT count(*) FROM organizations o WHERE o.country_code = t.code AND " +
           organizations_visible_to(viewer, "o") + ") FROM countries t";
}

CountryProfile named(CountedCountry counted, std::string_view language) {
    CountryProfile profile;
    profile.cluster_count = counted.cluster_count;
    profile.organization_count = counted.organization_count;
    profile.name = reference().name("country", counted.code, language);
    static_cast<Country&>(profile) = std::move(counted);
    return profile;
}

}  // namespace

CountryList list(db::Session& session, const Viewer& viewer, std::string_view language) {
    CountryList list;
    for (auto& counted : session.query<CountedCountry>(select_counted(viewer)))
        list.items.push_back(named(std::move(counted), language));
    std::ranges::sort(list.items, {},
                      [](const CountryProfile& country) { return text::sort_key(country.name); });
    return list;
}

Result<CountryProfile> find(db::Session& session, const Viewer& viewer, std::string_view code,
                            std::string_view language) {
    auto counted = session.one<CountedCountry>(select_counted(viewer) + " WHERE t.code = $1", code);
    if (!counted) return failure(ErrorCode::not_found, "country");
    return named(*std::move(counted), language);
}

}  // namespace konbit::countries
