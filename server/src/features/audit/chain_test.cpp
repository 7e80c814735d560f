// SPDX-License-Identifier: Apache-2.0
#include "features/audit/chain.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace konbit::audit {
namespace {

/// A chain of three entries of one day.
std::vector<StoredEntry> three() {
    std::vector<StoredEntry> entries;
    Link end{0, "2026-11-22"};
    for (int i = 0; i < 3; ++i) {
        AuditEntry entry;
        entry.happened_at = Instant{1'000 + i};
        entry.route = "GET /api/waves/{id}/network";
        entries.push_back(chained(entry, "harbour", end));
        end = {entries.back().number, entries.back().day, entries.back().hash};
    }
    return entries;
}

/// The fault at each entry.
std::vector<std::optional<AuditFault>> followed(const std::vector<StoredEntry>& entries) {
    Follower follower{Link{}};
    std::vector<std::optional<AuditFault>> faults;
    for (const auto& each : entries) faults.push_back(follower.next(each));
    return faults;
}

using Faults = std::vector<std::optional<AuditFault>>;
constexpr std::nullopt_t none = std::nullopt;

TEST(AuditChain, IsWholeAsItWasWritten) { EXPECT_EQ(followed(three()), (Faults{none, none, none})); }

TEST(AuditChain, BeginsWithNoHash) { EXPECT_EQ(three().front().previous, no_hash); }

TEST(AuditChain, NamesTheEntryThatWasChanged) {
    auto entries = three();
    entries[1].route = "GET /api/waves/{id}/timeline";
    EXPECT_EQ(followed(entries), (Faults{none, AuditFault::changed, none}));
}

TEST(AuditChain, NamesTheEntryWhoseHashWasChanged) {
    auto entries = three();
    entries[1].hash[0] = entries[1].hash[0] == 'a' ? 'b' : 'a';
    EXPECT_EQ(followed(entries), (Faults{none, AuditFault::changed, none}));
}

TEST(AuditChain, SeesAnEntryThatWasReplacedTogetherWithItsHash) {
    auto entries = three();
    entries[1].outcome = "refused";
    entries[1].hash = hash_of(entries[1]);
    EXPECT_EQ(followed(entries), (Faults{none, none, AuditFault::unlinked}));
}

TEST(AuditChain, SeesThatAnEntryIsGone) {
    auto entries = three();
    entries.erase(entries.begin() + 1);
    EXPECT_EQ(followed(entries), (Faults{none, AuditFault::missing}));
}

TEST(AuditChain, SeesTwoEntriesThatChangedPlaces) {
    auto entries = three();
    std::swap(entries[0].number, entries[1].number);
    std::swap(entries[0], entries[1]);
    EXPECT_EQ(followed(entries), (Faults{AuditFault::changed, AuditFault::changed, AuditFault::unlinked}));
}

}  // namespace
}  // namespace konbit::audit
