// SPDX-License-Identifier: Apache-2.0
#include "features/pages/directory_query.hpp"

#include "core/text.hpp"

namespace konbit::pages {

namespace {

constexpr std::size_t longest_value = 200;

/// Longer values mean nothing that a list could be narrowed to.
std::string value(const http::Parameters& parameters, std::string_view name) {
    std::string text = text::trim(parameters.first(name));
    return text.size() <= longest_value ? text : std::string();
}

std::optional<std::string> if_given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

DirectoryQuery DirectoryQuery::of(const http::Parameters& parameters) {
    DirectoryQuery query{text::trim(parameters.first("q")), value(parameters, "country"),
                         value(parameters, "kind"),         value(parameters, "sector"),
                         value(parameters, "stage"),        value(parameters, "project") == "1",
                         value(parameters, "after"),        value(parameters, "view")};
    if (!from_name<OrganizationKind>(query.kind)) query.kind.clear();
    if (!from_name<Stage>(query.stage)) query.stage.clear();
    if (query.view != "table" && query.view != "map") query.view.clear();
    return query;
}

QueryLink DirectoryQuery::link(std::string_view path) const {
    return QueryLink(path)
        .with("q", q)
        .with("country", country)
        .with("kind", kind)
        .with("sector", sector)
        .with("stage", stage)
        .with("project", has_run_project ? "1" : "");
}

PageRequest DirectoryQuery::page(int size) const {
    auto request = PageRequest::of(after, size);
    return request ? *request : PageRequest{{}, size};
}

clusters::Filter DirectoryQuery::for_clusters() const {
    return {q, if_given(country), if_given(sector), from_name<Stage>(stage), false};
}

organizations::Filter DirectoryQuery::for_organizations() const {
    return {q, if_given(country), from_name<OrganizationKind>(kind), if_given(sector), has_run_project};
}

}  // namespace konbit::pages
