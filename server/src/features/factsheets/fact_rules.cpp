// SPDX-License-Identifier: Apache-2.0
#include "features/factsheets/fact_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/projects/project_rules.hpp"
#include "features/reference/code_rules.hpp"

namespace konbit {

namespace {

void check_statement(Findings& findings, const CountryFact& fact) {
    const bool says_something =
        !fact.statement.empty() || fact.organization_id.has_value() || fact.amount_minor.has_value();
    findings.require(says_something, "/statement", "required");
    for (const auto& [language, text] : fact.statement.texts)
        check_length(findings, "/statement/" + language, text, longest_description);
}

void check_budget(Findings& findings, const CountryFact& fact) {
    if (fact.kind != FactKind::budget) return;
    findings.require(fact.amount_minor.has_value() || fact.currency.has_value(), "/amount_minor", "required");
    findings.require(fact.year.has_value(), "/year", "required");
}

}  // namespace

Result<CountryFactProfile> checked(CountryFactProfile fact, Date today) {
    fact.source = text::trim(fact.source);
    tidy(fact.source_url);
    tidy(fact.currency);
    tidy(fact.statement);
    Findings findings;
    check_country(findings, "/country_code", fact.country_code);
    check_statement(findings, fact);
    check_money(findings, fact.amount_minor, fact.currency);
    check_budget(findings, fact);
    const int year = fact.year.value_or(2000);
    findings.require(year >= 1950 && year <= 2100, "/year", "out_of_range");
    findings.require(!fact.source.empty(), "/source", "required");
    check_length(findings, "/source", fact.source, longest_name);
    check_url(findings, "/source_url", fact.source_url);
    findings.require(fact.as_of <= today, "/as_of", "in_future");
    return std::move(findings).or_value(std::move(fact));
}

}  // namespace konbit
