// SPDX-License-Identifier: Apache-2.0
#include "features/pages/factsheet_panel.hpp"

#include "features/pages/money.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/register_parts.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

std::string kind_text(const Words& words, FactKind kind) {
    return words("fact.kind." + std::string(name_of(kind)));
}

Html not_available(const Words& words, const std::vector<FactKind>& missing) {
    if (missing.empty()) return {};
    std::string kinds;
    for (const auto kind : missing) kinds += (kinds.empty() ? "" : ", ") + kind_text(words, kind);
    return el("p", cls("k-notice"), words("page.country.factsheet_missing", {{"kinds", kinds}}));
}

Html confirmed(const Words& words, const CountryFact& fact) {
    if (!fact.confirmed_at) return el("span", cls("k-badge"), words("fact.not_confirmed"));
    return el("span", cls("k-badge k-badge-verified"),
              words("fact.confirmed", {{"date", words.date(utc_date(*fact.confirmed_at))}}));
}

/// "2026: EC$ 1,200,000 (US$ 444,444)"
std::string amount(const Words& words, const CountryFact& fact) {
    if (!fact.amount_minor) return {};
    const std::string sum = money(words, *fact.amount_minor, *fact.currency);
    return fact.year ? std::to_string(*fact.year) + ": " + sum : sum;
}

Html body_of(const CountryFactProfile& fact) {
    if (!fact.organization_name) return {};
    return el("p", el("a", href("/organizations/" + *fact.organization_slug), *fact.organization_name));
}

Html paragraph(std::string_view text) { return text.empty() ? Html() : el("p", text); }

Html fact_item(const Words& words, const CountryFactProfile& fact) {
    return el(
        "div", cls("k-fact"), el("h3", kind_text(words, fact.kind)),
        fact.amount_minor ? el("p", el("b", amount(words, fact))) : Html(), body_of(fact),
        paragraph(words.of(fact.statement)),
        el("p", cls("k-row-facts"), el("span", source_fact(words, fact.source, fact.source_url, fact.as_of)),
           confirmed(words, fact)));
}

}  // namespace

Html factsheet_panel(const Words& words, const Factsheet& sheet) {
    return panel(words("page.country.factsheet"),
                 not_available(words, sheet.missing) +
                     html::each(sheet.items, [&](const auto& fact) { return fact_item(words, fact); }));
}

}  // namespace konbit::pages
