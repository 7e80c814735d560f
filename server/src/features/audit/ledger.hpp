// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "db/session.hpp"
#include "features/audit/chain.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The chain in the database. This is the only code that touches its tables; entries are inserted and, by
/// whole days, removed; nothing ever changes one.
namespace konbit::audit {

/// Entries are kept two years: long enough for a complaint about a wave that is repeated yearly.
inline constexpr std::int64_t kept_ms = 2 * 365 * day_ms;

/// The head of a finished day of a node: whoever keeps it elsewhere can show later that nothing before it was
/// touched.
struct AuditHead {
    std::string node;
    std::string day;
    std::int64_t number = 0;  ///< Of the day's last entry.
    std::string head;

    static constexpr auto fields() {
        return std::tuple{field("node", &AuditHead::node), field("day", &AuditHead::day),
                          field("number", &AuditHead::number), field("head", &AuditHead::head)};
    }
    bool operator==(const AuditHead&) const = default;
};

/// Writes an entry down in the transaction of what it tells. It gets its place in the chain a moment later.
/// @param node  Empty where it is not known.
void note(db::Session& session, std::string_view node, const AuditEntry& entry);

/// Puts entries at the end of the chain of a node, after what was noted for it.
/// @return How many were put there.
std::int64_t append(db::Session& session, std::string_view node, Instant now,
                    std::vector<AuditEntry> entries = {});

/// Whether anything that the node may take is noted and not in a chain yet.
bool has_notes(db::Session& session, std::string_view node);

/// Where the chain of a node ends.
Link end_of(db::Session& session, std::string_view node);

/// The heads of the finished days of all nodes and, where `with_open`, of the present end of each, by node
/// and day.
std::vector<AuditHead> heads(db::Session& session, bool with_open);

/// Removes the days of a node that ended before `before`; their heads stay, and that they are gone is an
/// entry.
/// @return How many entries are gone.
std::int64_t remove_old(db::Session& session, std::string_view node, Instant before, Instant now);

/// One line per head: "day node number head". Other lines are passed over when reading.
std::string text_of(const std::vector<AuditHead>& heads);
std::vector<AuditHead> heads_of_text(std::string_view text);

}  // namespace konbit::audit
