// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/clusters/cluster.hpp"
#include "http/html.hpp"

#include <string_view>

namespace konbit::pages {

/// The sign of Konbit: two strands over two.
html::Html mark();

/// "clusters", "organizations", "countries" or "theme"; the same drawings as in web/src/lib/ui/icons.ts.
html::Html icon(std::string_view name);

/// Six columns, filled up to the stage; nothing for a dormant cluster.
html::Html stage_columns(Stage stage);

}  // namespace konbit::pages
