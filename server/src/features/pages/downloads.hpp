// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string_view>

/// The public lists as files, for spreadsheets and programs. Whoever asks, they hold what everybody may see.
namespace konbit::pages {

/// Under which everybody may use what the directory publishes.
inline constexpr std::string_view data_license = "CC-BY-4.0";
inline constexpr std::string_view data_license_url = "https://creativecommons.org/licenses/by/4.0/";

/// Records in one file; a longer list goes on at the address in its `Link: …; rel="next"`.
inline constexpr int records_of_file = 5000;

Result<http::Response> organizations_csv(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> organizations_json(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> clusters_csv(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> clusters_json(App& app, const Viewer& viewer, const http::Request& request);

}  // namespace konbit::pages
