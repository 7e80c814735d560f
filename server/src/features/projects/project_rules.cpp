// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"

#include <algorithm>

namespace konbit {

namespace {

void tidy_texts(Project& project) {
    project.name = text::trim(project.name);
    project.funder = text::trim(project.funder);
    for (auto member : {&Project::call_name, &Project::currency, &Project::source, &Project::source_url})
        tidy(project.*member);
    tidy(project.description);
    project.sort_key = text::sort_key(project.name);
}

template <class T, class Key>
bool has_repeats(const std::vector<T>& items, Key key) {
    for (auto each = items.begin(); each != items.end(); ++each)
        if (std::any_of(items.begin(), each, [&](const T& other) { return key(other) == key(*each); }))
            return true;
    return false;
}

void check_time(Findings& findings, const Project& project) {
    const int year = project.call_year.value_or(2000);
    findings.require(year >= 1950 && year <= 2100, "/call_year", "out_of_range");
    findings.require(!project.starts_on || !project.ends_on || *project.ends_on >= *project.starts_on,
                     "/ends_on", "before_start");
}

void check_parts(Findings& findings, const ProjectProfile& project) {
    findings.require(!has_repeats(project.clusters, [](const auto& each) { return each.cluster_id; }),
                     "/clusters", "repeated");
    findings.require(
        !has_repeats(project.organizations,
                     [](const auto& each) { return std::pair(each.organization_id, each.role); }),
        "/organizations", "repeated");
}

}  // namespace

void check_money(Findings& findings, const std::optional<std::int64_t>& amount_minor,
                 const std::optional<std::string>& currency) {
    findings.require(amount_minor.value_or(0) >= 0, "/amount_minor", "out_of_range");
    findings.require(amount_minor || !currency, "/amount_minor", "required");
    findings.require(currency || !amount_minor, "/currency", "required");
    check_code(findings, "/currency", "currency", currency);
}

Result<ProjectProfile> checked(ProjectProfile project) {
    tidy_texts(project);
    Findings findings;
    check_name(findings, project.name);
    check_slug(findings, project.slug);
    check_description(findings, project.description);
    findings.require(!project.funder.empty(), "/funder", "required");
    check_length(findings, "/funder", project.funder, longest_name);
    check_length(findings, "/call_name", project.call_name, longest_name);
    findings.require(!project.countries.empty(), "/countries", "required");
    findings.require(!has_repeats(project.countries, [](const auto& code) { return code; }), "/countries",
                     "repeated");
    check_codes(findings, "/countries", "country", project.countries);
    check_money(findings, project.amount_minor, project.currency);
    check_time(findings, project);
    check_length(findings, "/source", project.source, longest_name);
    check_url(findings, "/source_url", project.source_url);
    findings.require(project.source || project.publication == Publication::draft, "/source", "required");
    check_parts(findings, project);
    return std::move(findings).or_value(std::move(project));
}

}  // namespace konbit
