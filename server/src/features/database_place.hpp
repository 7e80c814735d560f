// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

#include <string>
#include <string_view>

namespace konbit {

/// The name of the embedded database in the data folder.
inline constexpr std::string_view database_file = "konbit.sqlite";

/// What db::Database::open() opens for a configuration.
inline std::string database_place(const Config& config) {
    return config.database_url.empty() ? (config.data / database_file).string() : config.database_url;
}

}  // namespace konbit
