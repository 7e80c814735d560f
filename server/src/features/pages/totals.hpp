// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/words.hpp"
#include "features/search/facet.hpp"
#include "http/html.hpp"

#include <functional>
#include <string>
#include <vector>

namespace konbit::pages {

/// A table of what a list holds by the values of one field, each a link to the list narrowed to it.
/// Every record counted is itself public, so that nothing has to be hidden (docs/users/directory.md).
struct Totals {
    std::string caption;
    std::string value_label;  ///< Head of the first column.
    std::vector<Facet> facets;
    std::function<std::string(const std::string& code)> text;
    std::function<std::string(const std::string& code)> url;
};

/// Nothing when there is nothing to count.
html::Html totals_table(const Words& words, const Totals& totals);

}  // namespace konbit::pages
