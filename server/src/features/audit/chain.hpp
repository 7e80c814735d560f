// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/audit/entry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// The arithmetic of the audit log, without any database.
namespace konbit::audit {

/// What stands before the first entry of a chain.
inline constexpr std::string_view no_hash =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// SHA-256 (hex) over everything that the entry holds but its own hash, the hash of the entry before
/// included.
std::string hash_of(const StoredEntry& entry);

/// Where a chain stands: what the next entry has to follow.
struct Link {
    std::int64_t number = 0;
    std::string day{};
    std::string hash{no_hash};
};

/// The entry as the next one of a chain, of the day that `end` names.
StoredEntry chained(const AuditEntry& entry, std::string_view node, const Link& end);

/// How an entry breaks the chain.
enum class AuditFault {
    changed,   ///< Its content is not what its hash was made of.
    missing,   ///< Entries between the one before and this one are gone.
    unlinked,  ///< It does not follow the entry before: one of both was put in, replaced or moved.
    head,      ///< Another hash was noted as the head of the finished day that it ends.
    day,       ///< The note of the finished day before it is gone.
};
constexpr auto names(AuditFault) {
    return std::to_array<std::string_view>({"changed", "missing", "unlinked", "head", "day"});
}

/// Follows a chain entry by entry.
class Follower {
  public:
    /// @param start  The end of what came before the first entry that will be given.
    explicit Follower(Link start) : link_(std::move(start)), content_hash_(link_.hash) {}

    /// @return How the entry breaks the chain, or nothing. The chain is followed from it on either way.
    std::optional<AuditFault> next(const StoredEntry& entry);

    const Link& link() const { return link_; }

  private:
    Link link_;
    /// Of what the last entry holds: where only its hash was changed, the entry after it is not at fault.
    std::string content_hash_;
};

}  // namespace konbit::audit
