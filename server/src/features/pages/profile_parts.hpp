// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/organizations/listing.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The parts of a page about one record (docs/developers/pages.md, "Profile").
namespace konbit::pages {

/// A term and what is known of it, in a list of facts; nothing when nothing is known.
html::Html fact(std::string_view term, const html::Html& value);

/// A number with its name, in the row of figures.
html::Html figure(std::string_view term, const html::Html& value);

/// A link that leaves the installation.
html::Html outward(const std::string& url, std::string_view text);

/// The website as a link that shows its host.
html::Html website(const std::optional<std::string>& url);

/// Countries as links to their pages, with commas.
html::Html country_links(const Words& words, const std::vector<std::string>& codes);

/// Where the record comes from and when it was confirmed. A stub says so, with its source and date.
struct Provenance {
    Claim claim;
    bool is_demo;
    std::optional<std::string> source;
    std::optional<std::string> source_url;
    std::optional<Date> as_of;
    std::optional<Date> last_confirmed_on;
};
template <class Record>
Provenance provenance_of(const Record& record) {
    return {record.claim,      record.is_demo, record.source,
            record.source_url, record.as_of,   record.last_confirmed_on};
}
/// The day of the last confirmation; a record that keeps people of its own and was not confirmed for over a
/// year says so. Stubs never do: nobody has promised to keep them.
html::Html confirmed_fact(const Words& words, const Provenance& provenance, Date today);
/// Says that nobody of the organization keeps the page, and how to ask for it.
/// @param page  The address of the page: "/clusters/spice".
html::Html stub_notice(const Words& words, const Provenance& provenance, std::string_view page);

/// The dark head of a profile.
html::Html hero(const html::Html& picture, std::string_view over, std::string_view name,
                std::string_view lead, const html::Html& below = {});

html::Html panel(std::string_view title, const html::Html& content);
html::Html profile(const html::Html& head, const html::Html& figures, const html::Html& main,
                   const html::Html& aside);

}  // namespace konbit::pages
