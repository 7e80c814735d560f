// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_list.hpp"

#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"

namespace konbit::links {

std::vector<LinkRow> list_with_urls(App& app, const WaveFacilitator& by) {
    auto rows = app.database.read([&](db::Session& db) { return list_links(db, by); });
    add_urls(rows, app.keys.derive(link_purpose), app.config.base_url);
    return rows;
}

}  // namespace konbit::links
