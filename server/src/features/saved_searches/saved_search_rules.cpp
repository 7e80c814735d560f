// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/saved_searches/saved_search.hpp"

namespace konbit::saved_searches {

namespace {

/// "q=cocoa&country=GD" in the order of the filters, whatever was written.
std::string spelled(const pages::DirectoryQuery& query) {
    const std::string link = query.link("").str();
    return link.empty() ? link : link.substr(1);
}

}  // namespace

Result<SavedSearch> checked(SavedSearch search) {
    search.name = text::trim(search.name);
    Findings findings;
    findings.require(!search.name.empty(), "/name", "required");
    findings.require(text::length(search.name) <= longest_name, "/name", "too_long",
                     {{"max", std::to_string(longest_name)}});
    const bool is_short = search.query.size() <= longest_query;
    findings.require(is_short, "/query", "too_long", {{"max", std::to_string(longest_query)}});
    findings.require(!is_short || http::Parameters::parse(search.query).has_value(), "/query", "not_allowed");
    if (is_short) search.query = spelled(query_of(search));
    return std::move(findings).or_value(std::move(search));
}

pages::DirectoryQuery query_of(const SavedSearch& search) {
    const auto parameters = http::Parameters::parse(search.query);
    return parameters ? pages::DirectoryQuery::of(*parameters) : pages::DirectoryQuery{};
}

}  // namespace konbit::saved_searches
