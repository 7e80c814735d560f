// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "features/audit/ledger.hpp"
#include "features/audit/outside_reading.hpp"
#include "features/audit/scene.hpp"

#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace konbit::audit {

/// Below the data folder.
inline constexpr std::string_view audit_folder = "audit";

/// The name of this machine, which names the chain of its node. An operator may set KONBIT_NODE instead.
std::string this_node();

/// Brings the file of heads up to date: a line for each finished day that has none, never a changed one.
/// @param folder  DATA/audit; made when it is not there.
Result<void> write_heads(db::Database& database, const std::filesystem::path& folder);

/// The heads that the file holds; none where there is no file.
std::vector<AuditHead> heads_in(const std::filesystem::path& folder);

/// Gives what was noted its place in the chain of this machine: for commands, which have no Trail.
Result<void> take_in_notes(db::Database& database, const Clock& clock);

/// Writes down that the present command was run, after its work: for one whose work is no single transaction.
/// @param about  "keys"; "backup" with its name.
Result<void> keep_command(db::Database& database, const Clock& clock, const Object& about,
                          AuditAction action = AuditAction::changed);

/// Takes entries into the chain of this node, on one thread: what arrives while a transaction is under way is
/// in the next one together. Thread-safe.
class Trail {
  public:
    /// @param folder  Where the heads of finished days are kept beside the database (write_heads()).
    Trail(db::Database& database, const Clock& clock, std::string node, std::filesystem::path folder);
    Trail(const Trail&) = delete;
    Trail& operator=(const Trail&) = delete;
    /// Takes in what waits.
    ~Trail();

    const std::string& node() const { return node_; }

    /// Does not wait. What cannot be written yet is tried again.
    void tell(AuditEntry entry);
    /// @return When the entry is safe in the chain; ErrorCode::unavailable when it cannot be.
    Result<void> keep(AuditEntry entry);
    /// Counts, once an hour for an account and page, that a page of a cluster was opened.
    void count(OutsideReader reader);

  private:
    struct Waiting {
        AuditEntry entry;
        std::optional<std::promise<Result<void>>> kept{};
    };
    struct Batch {
        std::vector<Waiting> entries{};
        std::vector<OutsideReader> readers{};
        bool empty() const { return entries.empty() && readers.empty(); }
    };

    void put(Waiting waiting);
    void work();
    Batch next_batch();
    void take_in(Batch batch);
    Result<void> write(const Batch& batch);
    void begin_day(Instant now);

    db::Database& database_;
    const Clock& clock_;
    std::string node_;
    std::filesystem::path folder_;
    std::string day_;  ///< That was begun last.
    std::mutex mutex_;
    std::condition_variable arrived_;
    Batch queue_;
    RecentReaders recent_;
    bool is_closing_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace konbit::audit
