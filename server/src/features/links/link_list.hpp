// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/links/link_store.hpp"

#include <vector>

namespace konbit::links {

/// The links of a wave with their addresses, in the order of its roster.
std::vector<LinkRow> list_with_urls(App& app, const WaveFacilitator& by);

}  // namespace konbit::links
