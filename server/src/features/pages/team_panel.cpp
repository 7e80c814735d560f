// SPDX-License-Identifier: Apache-2.0
#include "features/pages/team_panel.hpp"

#include "features/pages/profile_parts.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

std::string spoken(const Words& words, const std::vector<std::string>& languages) {
    std::string all;
    for (const auto& code : languages) all += (all.empty() ? "" : ", ") + words.name("language", code);
    return all;
}

Html part(const Html& content) { return content.empty() ? Html() : el("span", content); }

Html mail_link(const std::optional<std::string>& email) {
    return email ? el("a", href("mailto:" + *email), *email) : Html();
}

Html phone_link(const std::optional<std::string>& phone) {
    if (!phone) return {};
    std::string number = *phone;
    std::erase_if(number, [](char c) { return c != '+' && (c < '0' || c > '9'); });
    return el("a", href("tel:" + number), *phone);
}

Html member(const Words& words, const TeamMember& person) {
    const std::string languages = spoken(words, person.languages);
    return el("li", cls("k-row"),
              el("div", el("h3", cls("k-row-name"), person.name),
                 el("p", cls("k-row-facts"), part(words("person.role." + std::string(name_of(person.role)))),
                    languages.empty() ? Html() : part(languages), part(mail_link(person.email)),
                    part(phone_link(person.phone)))));
}

}  // namespace

Html team_panel(const Words& words, const std::vector<TeamMember>& team) {
    if (team.empty()) return {};
    return panel(
        words("team.title"),
        el("ul", cls("k-list"), html::each(team, [&](const auto& each) { return member(words, each); })));
}

}  // namespace konbit::pages
