// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"
#include "features/own_data/holdings.hpp"

#include <string>
#include <vector>

namespace konbit {

/// Everything that this installation holds about whoever asks.
struct OwnData {
    Instant made_at{};
    std::string email;  ///< By which they were recognized; empty for the holder of a personal link.
    bool has_account = false;
    std::vector<own_data::Holding> holdings;
    std::vector<std::string>
        stays;  ///< What an erasure leaves and why, each worded as `erasure.stays.<key>`.

    static constexpr auto fields() {
        return std::tuple{
            field("made_at", &OwnData::made_at, Access::read_only),
            field("email", &OwnData::email, Access::read_only),
            field("has_account", &OwnData::has_account, Access::read_only),
            field("holdings", &OwnData::holdings, Access::read_only),
            field("stays", &OwnData::stays, Access::read_only),
        };
    }
};

namespace own_data {

OwnData collect(db::Session& db, const Subject& subject, Instant now);

/// The same as a table: one line for each value, with its table and the number of its record.
std::string to_csv(const OwnData& data);

}  // namespace own_data
}  // namespace konbit
