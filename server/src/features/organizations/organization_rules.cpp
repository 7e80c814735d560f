// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/profiles/profile_rules.hpp"
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

void check_listing(Findings& findings, const Organization& organization, int current_year) {
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
    check_founded_year(findings, organization.founded_year, current_year);
}

}  // namespace

Result<Organization> checked(Organization organization, int current_year) {
    tidy_texts(organization);
    Findings findings;
    check_listing(findings, organization, current_year);
    return std::move(findings).or_value(std::move(organization));
}

Result<OrganizationDetails> checked(OrganizationDetails organization, int current_year) {
    tidy_texts(organization);
    tidy(static_cast<ProfileDetails&>(organization));
    tidy(static_cast<CapabilityCard&>(organization));
    Findings findings;
    check_listing(findings, organization, current_year);
    check_details(findings, organization, organization.sector);
    check_capability(findings, organization);
    return std::move(findings).or_value(std::move(organization));
}

bool is_raised(Visibility before, Visibility after) { return after > before; }

std::unexpected<Error> forbidden_at(std::string_view pointer, std::string_view reason) {
    return failure(ErrorCode::forbidden, std::string(reason),
                   {{std::string(pointer), std::string(reason), {}}});
}

}  // namespace konbit
