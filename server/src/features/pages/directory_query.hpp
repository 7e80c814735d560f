// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/pages/query_link.hpp"
#include "http/request.hpp"

#include <string>
#include <string_view>

namespace konbit::pages {

/// The filters in the address of a list page. A value that means nothing narrows nothing: links grow old.
struct DirectoryQuery {
    std::string q;
    std::string country;  ///< ISO 3166-1 alpha-2.
    std::string kind;
    std::string sector;  ///< ISIC division or section.
    std::string stage;
    bool has_run_project = false;  ///< "project=1": only organizations with a part in a cluster project.
    std::string after;             ///< Where the page begins; empty for the first.
    std::string view;              ///< "table" or "map"; empty for a list.

    static DirectoryQuery of(const http::Parameters& parameters);
    static DirectoryQuery of(const http::Request& request) { return of(request.query); }

    bool is_narrowed() const { return has_run_project || !(q + country + kind + sector + stage).empty(); }
    /// A link to `path` with these filters, on the first page.
    QueryLink link(std::string_view path) const;
    /// As link(), in the view that the reader has chosen.
    QueryLink link_in_view(std::string_view path) const { return link(path).with("view", view); }
    /// The first page when `after` is no place of this list.
    PageRequest page(int size) const;

    clusters::Filter for_clusters() const;
    organizations::Filter for_organizations() const;
};

}  // namespace konbit::pages
