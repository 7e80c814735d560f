// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/links/link_store.hpp"

#include <vector>

namespace konbit::links {

/// The links of a wave with their addresses and messages, in the order of its roster.
std::vector<LinkRow> list_with_urls(App& app, const WaveFacilitator& by);

/// The same as a table for a spreadsheet or a mail merge. It holds every link: a secret.
std::string links_csv(const std::vector<LinkRow>& rows);

}  // namespace konbit::links
