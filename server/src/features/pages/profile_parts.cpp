// SPDX-License-Identifier: Apache-2.0
#include "features/pages/profile_parts.hpp"

#include "features/letters/publication_rule.hpp"
#include "http/url.hpp"

namespace konbit::pages {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

namespace {

constexpr int stale_after_days = 365;

/// "windward.example" from "https://www.windward.example/home".
std::string_view host_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    return url.starts_with("www.") ? url.substr(4) : url;
}

}  // namespace

Html outward(const std::string& url, std::string_view text) {
    return el("a", href(url), attr("rel", "noopener nofollow"), text);
}

Html fact(std::string_view term, const Html& value) {
    return value.empty() ? Html() : el("dt", term) + el("dd", value);
}

Html figure(std::string_view term, const Html& value) {
    return value.empty() ? Html() : el("div", el("dt", term), el("dd", value));
}

Html website(const std::optional<std::string>& url) { return url ? outward(*url, host_of(*url)) : Html(); }

Html country_links(const Words& words, const std::vector<std::string>& codes) {
    Html links;
    for (const auto& code : codes) {
        if (!links.empty()) links += ", ";
        links += el("a", href("/countries/" + code), words.country(code));
    }
    return links;
}

Html confirmed_fact(const Words& words, const Provenance& provenance, Date today) {
    if (!provenance.last_confirmed_on) return {};
    const Date day = *provenance.last_confirmed_on;
    const bool is_kept = provenance.claim == Claim::claimed || provenance.is_demo;
    const bool is_stale = is_kept && today.days - day.days > stale_after_days;
    return fact(words("cluster.last_confirmed_on"),
                el("time", attr("datetime", day.str()), words.date(day)) +
                    (is_stale ? Html(" ") + el("span", cls("k-badge"), words("page.stale")) : Html()));
}

Html stub_notice(const Words& words, const Provenance& provenance, std::string_view page) {
    if (provenance.claim == Claim::claimed) return {};
    const Html claim = el("a", href("/claim?page=" + http::percent_encoded(page)), attr("rel", "nofollow"),
                          words("page.stub.claim"));
    if (provenance.is_demo) return el("p", claim);
    Html notice = words("page.stub");
    if (provenance.source) {
        notice += Html(" ") + words("page.stub.source") + " ";
        notice += provenance.source_url ? outward(*provenance.source_url, *provenance.source)
                                        : Html(*provenance.source);
        notice += provenance.as_of ? ", " + words.date(*provenance.as_of) + "." : std::string(".");
        if (letters::awaits_source(provenance))
            notice += Html(" ") + el("strong", words("page.stub.awaits_source"));
    }
    return el("p", cls("k-notice"), notice, " ", claim);
}

Html hero(const Html& picture, std::string_view over, std::string_view name, std::string_view lead,
          const Html& below) {
    return el(
        "header", cls("k-hero"),
        el("div", cls("k-hero-inner"), picture,
           el("div", el("p", over), el("h1", name), lead.empty() ? Html() : el("p", cls("k-lead"), lead)),
           below));
}

Html panel(std::string_view title, const Html& content) {
    return content.empty() ? Html() : el("section", cls("k-panel"), el("h2", title), content);
}

Html profile(const Html& head, const Html& figures, const Html& main, const Html& aside) {
    return el("main", html::id("main"), attr("tabindex", "-1"), head,
              el("div", cls("k-page"), figures.empty() ? Html() : el("dl", cls("k-figures"), figures),
                 el("div", cls("k-columns"), main.empty() ? Html() : el("div", cls("k-stack"), main),
                    el("aside", cls("k-panel"), aside))));
}

}  // namespace konbit::pages
