// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_page.hpp"

#include "features/reference/reference_book.hpp"

#include <utility>

namespace konbit::starts {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

using Options = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view supporters_id = "supporters";

Options countries(const Words& words) {
    Options all{{"", words("start.choose_country")}};
    for (const auto& country : reference().data().countries)
        all.emplace_back(country.code, words.country(country.code));
    return all;
}

/// The divisions of ISIC: sections are too wide to find anybody by.
Options sectors(const Words& words) {
    Options all{{"", words("start.no_sector")}};
    for (const auto& term : reference().terms("isic", words.language()).items)
        if (term.parent) all.emplace_back(term.code, term.name);
    return all;
}

Html supporter_list(const Words& words, const std::vector<Supporter>& supporters) {
    return el("datalist", html::id(supporters_id), html::each(supporters, [&](const Supporter& each) {
                  return el("option", attr("value", each.name), words.country(each.country_code));
              }));
}

Html about_cluster(const Words& words, const StartForm& form, const std::vector<Supporter>& supporters,
                   const pages::FormErrors& errors) {
    return pages::text_field(
               words, {.name = "name", .label = words("start.name"), .value = form.name, .is_required = true},
               errors) +
           pages::select_field(words,
                               {.name = "country_code",
                                .label = words("listing.country_code"),
                                .value = form.country_code,
                                .is_required = true},
                               errors, countries(words)) +
           pages::select_field(words,
                               {.name = "sector", .label = words("listing.sector"), .value = form.sector},
                               errors, sectors(words)) +
           pages::text_field(words,
                             {.name = "organization",
                              .label = words("start.supporter"),
                              .value = form.organization,
                              .hint = words("start.supporter_name_hint"),
                              .list = supporters_id},
                             errors) +
           supporter_list(words, supporters) +
           pages::text_area(words,
                            {.name = "purpose",
                             .label = words("start.purpose"),
                             .value = form.purpose,
                             .hint = words("start.purpose_hint"),
                             .is_required = true},
                            errors);
}

Html about_person(const Words& words, const StartForm& form, const pages::FormErrors& errors) {
    return pages::text_field(words,
                             {.name = "person_name",
                              .label = words("claim.name"),
                              .value = form.person_name,
                              .is_required = true},
                             errors) +
           pages::text_field(words,
                             {.name = "email",
                              .label = words("account.email"),
                              .value = form.email,
                              .hint = words("start.email_hint"),
                              .is_required = true},
                             errors, "email");
}

Html form_to(std::string_view action, const Html& fields, const std::string& button) {
    return el("form", cls("k-form"), attr("method", "post"), attr("action", action), fields,
              el("button", cls("k-button"), attr("type", "submit"), button));
}

}  // namespace

pages::Content start_page(const Words& words, const StartForm& form, const std::vector<Supporter>& supporters,
                          const pages::FormErrors& errors) {
    const Html fields = about_cluster(words, form, supporters, errors) + about_person(words, form, errors) +
                        pages::trap(words);
    auto page = pages::form_page(
        "/start", words("start.title"),
        el("p", cls("k-lead"), words("start.lead")) + form_to("/start", fields, words("start.action")) +
            el("p", words("start.has_account"), " ", el("a", href("/app/start"), words("page.sign_in"))),
        words("start.description"));
    page.is_indexed = true;
    return page;
}

pages::Content mailed_page(const Words& words, const StartForm& form) {
    return pages::form_page("/start", words("claim.mailed"),
                            el("p", cls("k-lead"), words("start.mailed_text", {{"email", form.email}})));
}

pages::Content prove_page(const Words& words, std::string_view token) {
    return pages::form_page(
        "/start/prove", words("start.prove"),
        el("p", cls("k-lead"), words("start.prove_text")) +
            form_to("/start/prove",
                    el("input", attr("type", "hidden"), attr("name", "token"), attr("value", token)),
                    words("start.action")));
}

pages::Content started_page(const Words& words, const ClusterId& cluster) {
    return pages::form_page(
        "/start/prove", words("start.started"),
        el("p", cls("k-lead"), words("start.started_text")) +
            el("p", el("a", cls("k-button"), href("/app/clusters/" + cluster.str()), words("page.sign_in"))));
}

pages::Content expired_page(const Words& words) {
    auto page = pages::form_page("/start/prove", words("welcome.expired"),
                                 el("p", cls("k-lead"), words("start.expired_text")) +
                                     el("p", el("a", cls("k-button"), href("/start"), words("start.title"))));
    page.status = 404;
    return page;
}

}  // namespace konbit::starts
