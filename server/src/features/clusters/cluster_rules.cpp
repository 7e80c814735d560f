// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/profiles/profile_rules.hpp"
#include "features/reference/code_rules.hpp"

#include <algorithm>

namespace konbit {

namespace {

/// The seat first, then the others in the order given, each once.
void put_seat_first(Cluster& cluster) {
    std::vector<std::string> countries{cluster.country_code};
    for (auto& code : cluster.countries)
        if (std::ranges::find(countries, code) == countries.end()) countries.push_back(std::move(code));
    cluster.countries = std::move(countries);
}

void tidy_texts(Cluster& cluster) {
    cluster.name = text::trim(cluster.name);
    for (auto member : {&Cluster::acronym, &Cluster::locality, &Cluster::website, &Cluster::sector,
                        &Cluster::source, &Cluster::source_url})
        tidy(cluster.*member);
    tidy(cluster.description);
    put_seat_first(cluster);
    cluster.sort_key = text::sort_key(cluster.name);
}

bool has_repeats(std::vector<std::string> codes) {
    std::ranges::sort(codes);
    return std::ranges::adjacent_find(codes) != codes.end();
}

void check_listing(Findings& findings, const Cluster& cluster) {
    check_name(findings, cluster.name);
    check_slug(findings, cluster.slug);
    check_country(findings, "/country_code", cluster.country_code);
    check_codes(findings, "/countries", "country", cluster.countries);
    check_codes(findings, "/objectives", "objective", cluster.objectives);
    check_code(findings, "/sector", "isic", cluster.sector);
    check_length(findings, "/acronym", cluster.acronym, longest_acronym);
    check_length(findings, "/locality", cluster.locality, longest_locality);
    check_point(findings, cluster.latitude, cluster.longitude);
    check_url(findings, "/website", cluster.website);
    check_url(findings, "/source_url", cluster.source_url);
    check_description(findings, cluster.description);
    findings.require(cluster.stated_member_count.value_or(0) >= 0, "/stated_member_count", "out_of_range");
    findings.require(!has_repeats(cluster.objectives), "/objectives", "repeated");
}

}  // namespace

Result<Cluster> checked(Cluster cluster) {
    tidy_texts(cluster);
    Findings findings;
    check_listing(findings, cluster);
    return std::move(findings).or_value(std::move(cluster));
}

Result<ClusterDetails> checked(ClusterDetails cluster, int current_year) {
    tidy_texts(cluster);
    tidy(static_cast<ProfileDetails&>(cluster));
    Findings findings;
    check_listing(findings, cluster);
    check_details(findings, cluster, cluster.sector);
    check_founded_year(findings, cluster.founded_year, current_year);
    return std::move(findings).or_value(std::move(cluster));
}

}  // namespace konbit
