// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"

namespace konbit {

namespace {

void tidy_texts(Organization& organization) {
    organization.name = text::trim(organization.name);
    for (auto member : {&Organization::acronym, &Organization::locality, &Organization::website,
                        &Organization::sector, &Organization::source, &Organization::source_url})
        tidy(organization.*member);
    tidy(organization.description);
    organization.sort_key = text::sort_key(organization.name);
    organization.name_folded = text::fold(organization.name);
}

}  // namespace

Result<Organization> checked(Organization organization, int current_year) {
    tidy_texts(organization);
    Findings findings;
    check_name(findings, organization.name);
    check_slug(findings, organization.slug);
    check_country(findings, "/country_code", organization.country_code);
    check_code(findings, "/sector", "isic", organization.sector);
    check_length(findings, "/acronym", organization.acronym, longest_acronym);
    check_length(findings, "/locality", organization.locality, longest_locality);
    check_point(findings, organization.latitude, organization.longitude);
    check_url(findings, "/website", organization.website);
    check_url(findings, "/source_url", organization.source_url);
    check_description(findings, organization.description);
    const int founded_year = organization.founded_year.value_or(current_year);
    findings.require(founded_year >= 1000, "/founded_year", "out_of_range");
    findings.require(founded_year <= current_year, "/founded_year", "in_future");
    return std::move(findings).or_value(std::move(organization));
}

bool is_raised(Visibility before, Visibility after) { return after > before; }

}  // namespace konbit
