// SPDX-License-Identifier: Apache-2.0
#include "features/pages/project_query.hpp"

#include "core/scalar.hpp"
#include "core/text.hpp"

namespace konbit::pages {

namespace {

constexpr std::size_t longest_value = 200;

std::string value(const http::Request& request, std::string_view name) {
    std::string text = text::trim(request.query.first(name));
    return text.size() <= longest_value ? text : std::string();
}

std::optional<std::string> if_given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<int> year_in(const std::string& text) {
    std::optional<int> year;
    if (!from_text(year, text).empty()) return std::nullopt;
    return year;
}

}  // namespace

ProjectQuery ProjectQuery::of(const http::Request& request) {
    ProjectQuery query{value(request, "q"),      value(request, "country"), value(request, "funder"),
                       value(request, "status"), value(request, "year"),    value(request, "after")};
    if (!from_name<ProjectStatus>(query.status)) query.status.clear();
    if (!year_in(query.year)) query.year.clear();
    return query;
}

QueryLink ProjectQuery::link() const {
    return QueryLink("/projects")
        .with("q", q)
        .with("country", country)
        .with("funder", funder)
        .with("status", status)
        .with("year", year);
}

PageRequest ProjectQuery::page(int size) const {
    auto request = PageRequest::of(after, size, true);
    return request ? *request : PageRequest{{}, size, true};
}

projects::Filter ProjectQuery::filter() const {
    return {.q = q,
            .country_code = if_given(country),
            .funder = if_given(funder),
            .status = from_name<ProjectStatus>(status),
            .year = year_in(year)};
}

}  // namespace konbit::pages
