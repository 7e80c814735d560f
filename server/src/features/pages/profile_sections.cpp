// SPDX-License-Identifier: Apache-2.0
#include "features/pages/profile_sections.hpp"

#include "features/pages/profile_parts.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace konbit::pages {

using html::attr;
using html::cls;
using html::each;
using html::el;
using html::Html;

namespace {

Html joined(const std::vector<std::string>& parts) {
    Html text;
    for (const auto& part : parts) {
        if (!text.empty()) text += ", ";
        text += part;
    }
    return text;
}

Html day(const Words& words, Date date) { return el("time", attr("datetime", date.str()), words.date(date)); }

Html service_row(const Words& words, const OfferedService& service) {
    const auto detail = words.of(service.detail);
    return el("li", el("strong", words.of(service.name)), detail.empty() ? Html() : el("p", detail));
}

Html offer_row(const Words& words, const Offer& offer) {
    return el("li",
              el("span", cls("k-badge"), words("profile.offer_kind." + std::string(name_of(offer.kind)))),
              " ", words.of(offer.text),
              offer.until ? el("p", cls("k-small"), words("profile.until"), " ", day(words, *offer.until))
                          : Html());
}

Html offers(const Words& words, std::string_view heading, const std::vector<Offer>& all, Date today) {
    Html rows;
    for (const auto& offer : all)
        if (!offer.until || *offer.until >= today) rows += offer_row(words, offer);
    return rows.empty() ? Html() : el("div", el("h3", words(heading)), el("ul", cls("k-lines"), rows));
}

Html capacity_table(const Words& words, const std::vector<Capacity>& capacities) {
    if (capacities.empty()) return {};
    const auto amount = [&](double quantity, const std::string& unit) {
        return words.quantity(quantity) + " " + unit;
    };
    const auto row = [&](const Capacity& capacity) {
        return el("tr", el("th", attr("scope", "row"), capacity.product),
                  el("td", amount(capacity.quantity, capacity.unit), " ",
                     words("profile.capacity.per_" + std::string(name_of(capacity.period)))),
                  el("td", capacity.minimum_order ? amount(*capacity.minimum_order, capacity.unit) : "–"));
    };
    return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "region"),
              attr("aria-label", words("profile.capacities")),
              el("table", cls("k-table"),
                 el("thead", el("tr", el("th", attr("scope", "col"), words("profile.capacity.product")),
                                el("th", attr("scope", "col"), words("profile.capacities")),
                                el("th", attr("scope", "col"), words("profile.capacity.minimum_order")))),
                 el("tbody", each(capacities, row))));
}

Html machine_row(const Words& words, const Machine& machine) {
    return el("li",
              machine.quantity.value_or(1) > 1 ? words.number(*machine.quantity) + " × " : std::string(),
              machine.name, machine.note ? el("span", cls("k-small"), " ", *machine.note) : Html());
}

Html certificate_row(const Words& words, const Certificate& certificate, Date today) {
    const Html name = certificate.url ? outward(*certificate.url, certificate.name) : Html(certificate.name);
    Html more;
    if (certificate.issuer) more += *certificate.issuer;
    if (certificate.valid_until) {
        const bool is_over = *certificate.valid_until < today;
        more += more.empty() ? "" : ", ";
        more += words(is_over ? "profile.certificate.ended" : "profile.certificate.valid_until") + " ";
        more += day(words, *certificate.valid_until);
    }
    return el("li", name, more.empty() ? Html() : el("p", cls("k-small"), more));
}

Html lines(std::string_view heading, const Html& rows) {
    return rows.empty() ? Html() : el("div", el("h3", heading), el("ul", cls("k-lines"), rows));
}

Html in_languages(const Localized& names) {
    Html all;
    for (const auto& [language, name] : names.texts) {
        if (!all.empty()) all += ", ";
        all += el("span", attr("lang", language), name);
    }
    return all;
}

Html links(const Words& words, const std::vector<SocialLink>& all) {
    Html text;
    for (const auto& link : all) {
        if (!text.empty()) text += ", ";
        text += outward(link.url, words("profile.social_network." + std::string(name_of(link.network))));
    }
    return text;
}

Html affiliations(const std::vector<Affiliation>& all) {
    Html text;
    for (const auto& each : all) {
        if (!text.empty()) text += ", ";
        text += each.url ? outward(*each.url, each.name) : Html(each.name);
    }
    return text;
}

}  // namespace

Html offer_panels(const Words& words, const ProfileDetails& details, Date today) {
    Html services;
    if (!details.services.empty())
        services =
            el("ul", cls("k-lines"),
               each(details.services, [&](const auto& service) { return service_row(words, service); }));
    const Html give_and_get = offers(words, "profile.offers", details.offers, today) +
                              offers(words, "profile.needs", details.needs, today);
    const Html foot = section_foot(words, details, ProfileSection::offer);
    Html panels;
    if (!services.empty())
        panels += panel(words("profile.services"), services + (give_and_get.empty() ? foot : Html()));
    if (!give_and_get.empty())
        panels += panel(words("profile.offers_and_needs"), el("div", cls("k-pair"), give_and_get) + foot);
    return panels;
}

Html capability_panel(const Words& words, const CapabilityCard& card, const ProfileDetails& details,
                      Date today) {
    if (card.empty()) return {};
    const Html machines =
        each(card.machines, [&](const auto& machine) { return machine_row(words, machine); });
    const Html certificates = each(card.certificates, [&](const auto& certificate) {
        return certificate_row(words, certificate, today);
    });
    Html content = capacity_table(words, card.capacities);
    content += el("div", cls("k-pair"), lines(words("profile.machines"), machines),
                  lines(words("profile.certificates"), certificates));
    if (card.spare_days_per_month)
        content += el("p", words.count("profile.spare_days", *card.spare_days_per_month));
    return panel(words("profile.capability"),
                 content + section_foot(words, details, ProfileSection::capability));
}

Html name_facts(const Words& words, const ProfileDetails& details) {
    return fact(words("profile.names"), in_languages(details.names)) +
           fact(words("profile.acronyms"), in_languages(details.acronyms)) +
           fact(words("profile.legal_form"), details.legal_form ? Html(*details.legal_form) : Html());
}

Html sector_facts(const Words& words, const std::optional<std::string>& sector,
                  const ProfileDetails& details) {
    std::vector<std::string> sectors, stages;
    if (sector) sectors.push_back(words.sector(*sector));
    for (const auto& code : details.further_sectors) sectors.push_back(words.sector(code));
    for (const auto stage : details.value_chain_stages)
        stages.push_back(words("profile.value_chain_stage." + std::string(name_of(stage))));
    return fact(words("page.sector"), joined(sectors)) +
           fact(words("profile.value_chain_stages"), joined(stages));
}

Html reach_facts(const Words& words, const ProfileDetails& details) {
    std::vector<std::string> markets, languages;
    for (const auto& code : details.markets) markets.push_back(words.territory(code));
    for (const auto& code : details.languages) languages.push_back(words.language_name(code));
    return fact(words("profile.markets"), joined(markets)) +
           fact(words("profile.languages"), joined(languages)) +
           fact(words("profile.affiliations"), affiliations(details.affiliations)) +
           fact(words("profile.social_links"), links(words, details.social_links));
}

Html section_foot(const Words& words, const ProfileDetails& details, ProfileSection section) {
    const auto confirmed = std::ranges::find(details.confirmations, section, &SectionConfirmation::section);
    const auto evidence = std::ranges::find(details.evidence, section, &SectionEvidence::section);
    Html text;
    if (confirmed != details.confirmations.end())
        text += words("cluster.last_confirmed_on") + " " + day(words, confirmed->confirmed_on);
    if (evidence != details.evidence.end()) {
        text += text.empty() ? "" : " · ";
        text += outward(evidence->url, words("profile.evidence"));
    }
    return text.empty() ? Html() : el("p", cls("k-small"), text);
}

Html facts_foot(const Words& words, const ProfileDetails& details) {
    constexpr auto shown_as_facts = std::to_array(
        {ProfileSection::identity, ProfileSection::place, ProfileSection::sector, ProfileSection::reach});
    const Html rows = each(shown_as_facts, [&](ProfileSection section) {
        const Html foot = section_foot(words, details, section);
        return foot.empty() ? foot
                            : el("li", words("profile.section." + std::string(name_of(section))), foot);
    });
    return rows.empty()
               ? Html()
               : el("details", el("summary", words("profile.confirmations")), el("ul", cls("k-lines"), rows));
}

Html stage_history(const Words& words, const std::vector<StageChange>& changes) {
    if (changes.size() < 2) return {};
    const Html rows = each(changes | std::views::reverse, [&](const StageChange& change) {
        return el(
            "li", el("strong", words("cluster.stage." + std::string(name_of(change.stage)))), " ",
            day(words, change.reached_on),
            change.is_confirmed ? el("span", cls("k-badge"), words("stage_change.is_confirmed")) : Html(),
            change.note ? el("p", *change.note) : Html());
    });
    return panel(words("stage_change.heading"), el("ol", cls("k-lines"), rows));
}

}  // namespace konbit::pages
