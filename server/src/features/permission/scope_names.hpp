// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/grant.hpp"

#include <string>
#include <string_view>

namespace konbit {

/// How a person knows the scope of one of their own grants: the cluster's or organization's name, or the
/// country's in that language. Empty for the platform, and when the record is gone.
std::string scope_name(db::Session& db, const Grant& grant, std::string_view language);

}  // namespace konbit
