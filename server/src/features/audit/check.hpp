// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "db/database.hpp"
#include "features/audit/ledger.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::audit {

/// A place where a chain is broken.
struct AuditBreak {
    std::string node;
    std::int64_t number = 0;
    std::string day;
    std::string id;  ///< Of the entry found there; empty where there is none.
    AuditFault fault = AuditFault::changed;

    static constexpr auto fields() {
        return std::tuple{field("node", &AuditBreak::node), field("number", &AuditBreak::number),
                          field("day", &AuditBreak::day), field("id", &AuditBreak::id),
                          field("fault", &AuditBreak::fault)};
    }
};

/// What following all chains showed.
struct AuditCheck {
    std::int64_t entries = 0;        ///< Looked at.
    std::int64_t waiting = 0;        ///< Noted, and not in a chain yet.
    std::vector<AuditHead> ends;     ///< Where each chain ends now.
    std::vector<AuditBreak> breaks;  ///< At most a hundred, in the order of node and number.
    bool is_whole() const { return breaks.empty(); }

    static constexpr auto fields() {
        return std::tuple{field("entries", &AuditCheck::entries), field("waiting", &AuditCheck::waiting),
                          field("ends", &AuditCheck::ends), field("breaks", &AuditCheck::breaks)};
    }
};

/// Follows the chain of every node.
/// @param from  First day to look at, "YYYY-MM-DD"; empty for everything that is kept.
/// @param kept  Heads that were kept elsewhere; each must be the hash of that entry still, or of a day whose
///              entries were removed in time.
/// @complexity O(entries), in pieces: writers do not wait for it.
AuditCheck check(db::Database& database, std::string_view from = {}, const std::vector<AuditHead>& kept = {});

}  // namespace konbit::audit
