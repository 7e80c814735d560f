// SPDX-License-Identifier: Apache-2.0
#include "features/corrections/correction_page.hpp"

#include "http/response.hpp"

namespace konbit::corrections {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

std::vector<std::pair<std::string, std::string>> parts(const Words& words) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const auto name : names_of<CorrectionPart>())
        options.emplace_back(name, words("correction.part." + std::string(name)));
    return options;
}

Html way_back(const Words& words, const std::string& page) {
    return http::is_local_path(page) ? el("p", el("a", href(page), words("report.back"))) : Html();
}

}  // namespace

pages::Content report_page(const Words& words, const ReportForm& form, std::string_view record_name,
                           const pages::FormErrors& errors) {
    const Html about = record_name.empty() ? Html() : el("p", cls("k-lead"), record_name);
    const Html fields =
        pages::select_field(
            words,
            {.name = "part", .label = words("correction.part"), .value = std::string(name_of(form.part))},
            errors, parts(words)) +
        pages::text_area(words,
                         {.name = "text",
                          .label = words("correction.text"),
                          .value = form.text,
                          .hint = words("report.text_hint"),
                          .is_required = true},
                         errors) +
        pages::text_field(words,
                          {.name = "email",
                           .label = words("correction.email"),
                           .value = form.email.value_or(""),
                           .hint = words("report.email_hint")},
                          errors, "email") +
        pages::trap(words);
    auto page = pages::form_page(
        "/report", words("report.title"),
        about + el("p", words("report.lead")) +
            el("form", cls("k-form"), attr("method", "post"), attr("action", "/report"),
               el("input", attr("type", "hidden"), attr("name", "page"), attr("value", form.page)), fields,
               el("button", cls("k-button"), attr("type", "submit"), words("report.send"))) +
            way_back(words, form.page),
        words("report.lead"));
    page.query = {{"page", form.page}};
    return page;
}

pages::Content thanks_page(const Words& words, const ReportForm& form) {
    auto page = pages::form_page(
        "/report", words("report.thanks"),
        el("p", cls("k-lead"), words(form.email ? "report.thanks_answer" : "report.thanks_text")) +
            way_back(words, form.page));
    page.query = {{"page", form.page}};
    return page;
}

}  // namespace konbit::corrections
