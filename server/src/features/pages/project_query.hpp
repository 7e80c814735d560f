// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/query_link.hpp"
#include "features/projects/project_store.hpp"
#include "http/request.hpp"

#include <string>

namespace konbit::pages {

/// The filters in the address of the project register. A value that means nothing narrows nothing.
struct ProjectQuery {
    std::string q;
    std::string country;  ///< ISO 3166-1 alpha-2.
    std::string funder;
    std::string status;
    std::string year;
    std::string after;  ///< Where the page begins; empty for the first.

    static ProjectQuery of(const http::Request& request);

    bool is_narrowed() const { return !(q + country + funder + status + year).empty(); }
    /// The register with these filters, on the first page.
    QueryLink link() const;
    /// The first page when `after` is no place of this list.
    PageRequest page(int size) const;
    projects::Filter filter() const;
};

}  // namespace konbit::pages
