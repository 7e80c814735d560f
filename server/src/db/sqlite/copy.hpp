// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/copy.hpp"

namespace konbit::db::sqlite {

Result<std::vector<TableCount>> copy(const std::string& where, const std::filesystem::path& to);
Result<void> put_back(const std::filesystem::path& from, const std::string& where);
Result<std::vector<TableCount>> counted(const std::string& where);

}  // namespace konbit::db::sqlite
