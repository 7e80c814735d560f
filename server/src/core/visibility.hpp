// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace konbit {

/// Who may see a record or a value, from fewest to most; raised only by its owner's consent.
enum class Visibility {
    private_,            ///< Its owner and those who act for the owner.
    cluster,             ///< Members and facilitators of the cluster.
    bso,                 ///< Also the support organization that hosts the cluster.
    national,            ///< Also the national coordination.
    regional_aggregate,  ///< Beyond the country only inside sums that no one can be read out of.
    public_,             ///< Everybody.
};
constexpr auto names(Visibility) {
    return std::to_array<std::string_view>(
        {"private", "cluster", "bso", "national", "regional_aggregate", "public"});
}

}  // namespace konbit
