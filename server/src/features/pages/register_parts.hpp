// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/agreements/agreement.hpp"
#include "features/pages/listing.hpp"
#include "features/pages/query_link.hpp"
#include "features/pages/words.hpp"
#include "features/projects/project.hpp"
#include "http/html.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The parts of pages about the registers: projects, experts, agreements, facts of countries.
namespace konbit::pages {

/// A form with the words to search for and the choices; sent, it leads to the same page.
html::Html filter_form(const Words& words, std::string_view path, std::string_view q,
                       const std::vector<Choice>& choices);

/// The links to the next page and back to the first.
/// @param link  The page with its filters, on the first page.
html::Html filter_pager(const Words& words, const QueryLink& link, bool is_first,
                        const std::optional<std::string>& next);

/// "1 June 2025 – 31 May 2027", "since 1 June 2025", "until …", or nothing.
std::string period(const Words& words, const std::optional<Date>& from, const std::optional<Date>& until);

/// Where a statement comes from and for which day it speaks: the source, linked if it has an address.
html::Html source_fact(const Words& words, const std::optional<std::string>& source,
                       const std::optional<std::string>& url, const std::optional<Date>& as_of);

/// A row of a list of projects; `heading` is the level under which the list stands, "h2" on a page of its
/// own.
html::Html project_row(const Words& words, const ProjectProfile& project, html::Tag heading);

/// The projects of a profile or a country, or nothing when there are none.
/// @param all_url  Where more of them are, when the list is cut.
html::Html projects_panel(const Words& words, const Page<ProjectProfile>& projects,
                          const std::string& all_url);

/// The agreements that everybody may read, with their parties.
html::Html agreements_panel(const Words& words, const std::vector<AgreementProfile>& agreements);

}  // namespace konbit::pages
