// SPDX-License-Identifier: Apache-2.0
#include "features/factsheets/demo_facts.hpp"

#include "db/columns.hpp"
#include "features/factsheets/fact_rules.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::factsheets {

namespace {

Result<CountryFact> fact_of(const ReadRecord<CountryFact>& row, const DemoDirectory& directory, Instant now) {
    CountryFactProfile fact{row.record, {}, {}};
    const Date moved = directory.shift(fact.as_of);
    if (fact.year) *fact.year += moved.year() - fact.as_of.year();
    fact.as_of = moved;
    if (const auto& number = row.others.at("organization"); !number.empty())
        fact.organization_id = directory.organizations.at(number);
    KONBIT_TRY(CountryFactProfile valid, checked(std::move(fact), utc_date(now)));
    if (const auto day = Date::parse(row.others.at("confirmed_on")))
        valid.confirmed_at = start_of(directory.shift(*day));
    valid.id = new_id<FactId>();
    valid.created_at = valid.updated_at = now;
    valid.is_by_country = valid.is_demo = true;
    return valid;
}

}  // namespace

Result<void> load_demo_facts(db::Database& database, const DemoDirectory& directory, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<CountryFact>("country_facts.csv"));
    return database.write([&](db::Session& session) -> Result<void> {
        if (session.value<std::int64_t>("SELECT count(*) FROM country_facts WHERE is_demo = TRUE") > 0)
            return {};
        for (const auto& row : rows) {
            KONBIT_TRY(const CountryFact fact, fact_of(row, directory, now));
            db::insert(session, "country_facts", fact);
        }
        return {};
    });
}

}  // namespace konbit::factsheets
