// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/developers/resource.hpp"
#include "features/pages/frame.hpp"

#include <string_view>
#include <vector>

namespace konbit::developers {

/// What holds for the whole API, and a list of what it has.
pages::Content overview_page(const App& app, const pages::Words& words,
                             const std::vector<Resource>& resources);

/// One resource: its routes with parameters, an example each where anybody may ask, and its records.
pages::Content resource_page(const App& app, const pages::Words& words, const Resource& resource);

/// Cards, feeds and files for other sites, with what to copy.
pages::Content sharing_page(App& app, const pages::Words& words);

}  // namespace konbit::developers
