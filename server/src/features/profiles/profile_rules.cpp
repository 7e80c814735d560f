// SPDX-License-Identifier: Apache-2.0
#include "features/profiles/profile_rules.hpp"

#include "core/locale_names.hpp"
#include "core/text.hpp"
#include "features/organizations/listing.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"

#include <algorithm>
#include <cmath>

namespace konbit {

namespace {

/// "/offers/2/text"
std::string at(std::string_view list, std::size_t i, std::string_view member = {}) {
    std::string pointer = "/" + std::string(list) + "/" + std::to_string(i);
    return member.empty() ? pointer : pointer + "/" + std::string(member);
}

Params at_most(std::size_t most) { return {{"max", std::to_string(most)}}; }

template <class T, class Check>
void check_list(Findings& findings, std::string_view name, const std::vector<T>& list, Check&& check,
                std::size_t longest = longest_list) {
    findings.require(list.size() <= longest, "/" + std::string(name), "too_many", at_most(longest));
    for (std::size_t i = 0; i < list.size(); ++i) check(i, list[i]);
}

/// @param key  What makes two entries the same.
template <class T, class Key>
void check_distinct(Findings& findings, std::string_view name, const std::vector<T>& list, Key&& key) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto same = [&](const T& other) { return key(other) == key(list[i]); };
        const auto earlier = list.begin() + static_cast<std::ptrdiff_t>(i);
        findings.require(std::none_of(list.begin(), earlier, same), at(name, i), "repeated");
    }
}

void check_line(Findings& findings, const std::string& pointer, const std::string& text) {
    findings.require(!text.empty(), pointer, "required");
    check_length(findings, pointer, text, longest_line);
}

void check_texts(Findings& findings, const std::string& pointer, const Localized& texts, int longest) {
    for (const auto& [language, text] : texts.texts)
        check_length(findings, pointer + "/" + language, text, longest);
}

void check_worded(Findings& findings, const std::string& pointer, const Localized& texts, int longest) {
    findings.require(!texts.empty(), pointer, "required");
    check_texts(findings, pointer, texts, longest);
}

void check_sectors(Findings& findings, const std::vector<std::string>& further,
                   const std::optional<std::string>& sector) {
    check_codes(findings, "/further_sectors", "isic", further);
    check_distinct(findings, "further_sectors", further, std::identity{});
    findings.require(further.empty() || sector, "/sector", "required");
    check_list(findings, "further_sectors", further, [&](std::size_t i, const std::string& code) {
        findings.require(code != sector, at("further_sectors", i), "repeated");
    });
}

void check_offers(Findings& findings, std::string_view name, const std::vector<Offer>& offers) {
    check_list(findings, name, offers, [&](std::size_t i, const Offer& offer) {
        check_worded(findings, at(name, i, "text"), offer.text, longest_detail);
    });
}

void check_services(Findings& findings, const std::vector<OfferedService>& services) {
    check_list(findings, "services", services, [&](std::size_t i, const OfferedService& service) {
        check_worded(findings, at("services", i, "name"), service.name, longest_line);
        check_texts(findings, at("services", i, "detail"), service.detail, longest_detail);
    });
}

void check_reach(Findings& findings, const ProfileDetails& details) {
    const auto is_country = [&](std::size_t i, const std::string& code) {
        findings.require(text::is_territory(code), at("markets", i), "unknown_code");
    };
    const auto is_spoken = [&](std::size_t i, const std::string& code) {
        findings.require(text::is_language(code), at("languages", i), "unknown_code");
    };
    check_list(findings, "markets", details.markets, is_country, most_markets);
    check_list(findings, "languages", details.languages, is_spoken);
    check_distinct(findings, "markets", details.markets, std::identity{});
    check_distinct(findings, "languages", details.languages, std::identity{});
    check_list(findings, "social_links", details.social_links, [&](std::size_t i, const SocialLink& link) {
        check_url(findings, at("social_links", i, "url"), link.url);
    });
    check_list(findings, "affiliations", details.affiliations, [&](std::size_t i, const Affiliation& each) {
        check_line(findings, at("affiliations", i, "name"), each.name);
        check_url(findings, at("affiliations", i, "url"), each.url);
    });
}

void check_evidence(Findings& findings, const std::vector<SectionEvidence>& evidence) {
    check_distinct(findings, "evidence", evidence, [](const auto& each) { return each.section; });
    check_list(findings, "evidence", evidence, [&](std::size_t i, const SectionEvidence& each) {
        check_url(findings, at("evidence", i, "url"), each.url);
    });
}

bool is_above_zero(std::optional<double> quantity) {
    return !quantity || (std::isfinite(*quantity) && *quantity > 0);
}

void check_capacity(Findings& findings, std::size_t i, const Capacity& capacity) {
    check_line(findings, at("capacities", i, "product"), capacity.product);
    check_line(findings, at("capacities", i, "unit"), capacity.unit);
    findings.require(is_above_zero(capacity.quantity), at("capacities", i, "quantity"), "out_of_range");
    findings.require(is_above_zero(capacity.minimum_order), at("capacities", i, "minimum_order"),
                     "out_of_range");
}

void tidy(std::string& text) { text = text::trim(text); }

}  // namespace

void tidy(ProfileDetails& details) {
    tidy(details.names);
    tidy(details.acronyms);
    tidy(details.legal_form);
    for (auto& service : details.services) {
        tidy(service.name);
        tidy(service.detail);
    }
    for (auto* const offers : {&details.offers, &details.needs})
        for (auto& offer : *offers) tidy(offer.text);
    for (auto& link : details.social_links) tidy(link.url);
    for (auto& each : details.affiliations) {
        tidy(each.name);
        tidy(each.url);
    }
    for (auto& each : details.evidence) tidy(each.url);
    std::erase_if(details.services,
                  [](const auto& each) { return each.name.empty() && each.detail.empty(); });
    std::erase_if(details.offers, [](const auto& each) { return each.text.empty(); });
    std::erase_if(details.needs, [](const auto& each) { return each.text.empty(); });
    std::erase_if(details.social_links, [](const auto& each) { return each.url.empty(); });
    std::erase_if(details.affiliations, [](const auto& each) { return each.name.empty() && !each.url; });
    std::erase_if(details.evidence, [](const auto& each) { return each.url.empty(); });
}

void tidy(CapabilityCard& card) {
    for (auto& machine : card.machines) {
        tidy(machine.name);
        tidy(machine.note);
    }
    for (auto& certificate : card.certificates) {
        tidy(certificate.name);
        tidy(certificate.issuer);
        tidy(certificate.url);
    }
    for (auto& capacity : card.capacities) {
        tidy(capacity.product);
        tidy(capacity.unit);
    }
}

void check_details(Findings& findings, const ProfileDetails& details,
                   const std::optional<std::string>& sector) {
    check_texts(findings, "/names", details.names, longest_name);
    check_texts(findings, "/acronyms", details.acronyms, longest_acronym);
    check_length(findings, "/legal_form", details.legal_form, longest_line);
    check_sectors(findings, details.further_sectors, sector);
    check_distinct(findings, "value_chain_stages", details.value_chain_stages, std::identity{});
    check_services(findings, details.services);
    check_offers(findings, "offers", details.offers);
    check_offers(findings, "needs", details.needs);
    check_reach(findings, details);
    check_evidence(findings, details.evidence);
}

void check_capability(Findings& findings, const CapabilityCard& card) {
    check_list(findings, "machines", card.machines, [&](std::size_t i, const Machine& machine) {
        check_line(findings, at("machines", i, "name"), machine.name);
        check_length(findings, at("machines", i, "note"), machine.note, longest_line);
        findings.require(machine.quantity.value_or(1) > 0, at("machines", i, "quantity"), "out_of_range");
    });
    check_list(findings, "certificates", card.certificates, [&](std::size_t i, const Certificate& each) {
        check_line(findings, at("certificates", i, "name"), each.name);
        check_length(findings, at("certificates", i, "issuer"), each.issuer, longest_line);
        check_url(findings, at("certificates", i, "url"), each.url);
    });
    check_list(findings, "capacities", card.capacities,
               [&](std::size_t i, const Capacity& each) { check_capacity(findings, i, each); });
    const int spare_days = card.spare_days_per_month.value_or(0);
    findings.require(spare_days >= 0 && spare_days <= 31, "/spare_days_per_month", "out_of_range");
}

}  // namespace konbit
