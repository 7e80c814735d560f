// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/factsheets/country_fact.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

namespace konbit::pages {

/// What is known of a country's cluster policy. What is not available is said first; each fact stands with
/// its source and its day, and with whether the country has confirmed it.
html::Html factsheet_panel(const Words& words, const Factsheet& sheet);

}  // namespace konbit::pages
