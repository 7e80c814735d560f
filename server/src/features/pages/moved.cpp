// SPDX-License-Identifier: Apache-2.0
#include "features/pages/moved.hpp"

#include "db/database.hpp"

#include <string>

namespace konbit::pages {

Result<http::Response> moved_to_present(App& app, const SlugTables& tables, std::string_view folder,
                                        std::string_view slug, Error error) {
    const auto present =
        app.database.read([&](db::Session& session) { return present_slug(session, tables, slug); });
    if (error.code != ErrorCode::not_found || present.empty()) return std::unexpected(std::move(error));
    return http::redirect(std::string(folder) + present, 301);
}

}  // namespace konbit::pages
