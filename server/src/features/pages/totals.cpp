// SPDX-License-Identifier: Apache-2.0
#include "features/pages/totals.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

Html row(const Words& words, const Totals& totals, const Facet& facet) {
    return el("tr",
              el("th", attr("scope", "row"), el("a", href(totals.url(facet.code)), totals.text(facet.code))),
              el("td", cls("k-number"), words.number(facet.count)));
}

}  // namespace

Html totals_table(const Words& words, const Totals& totals) {
    if (totals.facets.empty()) return {};
    return el(
        "table", cls("k-table k-totals"), el("caption", totals.caption),
        el("thead", el("tr", el("th", attr("scope", "col"), totals.value_label),
                       el("th", attr("scope", "col"), cls("k-number"), words("page.totals.count")))),
        el("tbody", html::each(totals.facets, [&](const Facet& each) { return row(words, totals, each); })));
}

}  // namespace konbit::pages
