// SPDX-License-Identifier: Apache-2.0
#include "features/audit/trail.hpp"

#include "core/log.hpp"
#include "features/audit/ledger.hpp"
#include "features/audit/outside_store.hpp"
#include "features/audit/scene.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace konbit::audit {

namespace {

/// How long something noted outside of a request waits at most for its place in the chain.
constexpr auto pause = std::chrono::seconds(1);
/// Beyond it entries are given up: the database has been away for long, and the log says so.
constexpr std::size_t most_waiting = 20'000;
constexpr std::string_view heads_file = "heads.txt";

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Appends and waits until it is on disk.
Result<void> append_to(const std::filesystem::path& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return failure(ErrorCode::unavailable, path.string() + " cannot be written");
    const bool is_written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!is_written) return failure(ErrorCode::unavailable, path.string() + " cannot be written");
    return {};
}

}  // namespace

std::string this_node() {
    if (const char* named = std::getenv("KONBIT_NODE"); named && *named) return named;
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return "node";
    // A head is a line of words.
    std::string text(name.data());
    std::ranges::replace(text, ' ', '-');
    return text.empty() ? "node" : text;
}

Result<void> write_heads(db::Database& database, const std::filesystem::path& folder) {
    auto all = database.read([](db::Session& session) { return heads(session, false); });
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const auto known = heads_of_text(content_of(folder / heads_file));
    std::erase_if(all, [&](const AuditHead& each) {
        return std::ranges::any_of(
            known, [&](const AuditHead& old) { return old.node == each.node && old.day == each.day; });
    });
    if (all.empty()) return {};
    return append_to(folder / heads_file, text_of(all));
}

std::vector<AuditHead> heads_in(const std::filesystem::path& folder) {
    return heads_of_text(content_of(folder / heads_file));
}

Result<void> take_in_notes(db::Database& database, const Clock& clock) {
    const std::string node = this_node();
    const Instant now = clock.now();
    std::int64_t taken = 1;
    while (taken > 0) {
        KONBIT_TRY(taken, database.write([&](db::Session& session) -> Result<std::int64_t> {
            return append(session, node, now);
        }));
    }
    return {};
}

Result<void> keep_command(db::Database& database, const Clock& clock, const Object& about,
                          AuditAction action) {
    const Scene* scene = Scene::present();
    if (!scene) return {};
    AuditEntry entry = scene->entry(action, clock.now());
    entry.object_kind = about.kind;
    if (!about.id.empty()) entry.object_id = about.id;
    KONBIT_CHECK(database.write([&](db::Session& session) -> Result<void> {
        note(session, scene->node(), entry);
        return {};
    }));
    return take_in_notes(database, clock);
}

Trail::Trail(db::Database& database, const Clock& clock, std::string node, std::filesystem::path folder)
    : database_(database), clock_(clock), node_(std::move(node)), folder_(std::move(folder)), thread_([this] {
          work();
      }) {}

Trail::~Trail() {
    {
        const std::scoped_lock lock(mutex_);
        is_closing_ = true;
        arrived_.notify_one();
    }
    thread_.join();
}

void Trail::put(Waiting waiting) {
    const std::scoped_lock lock(mutex_);
    queue_.entries.push_back(std::move(waiting));
    arrived_.notify_one();
}

void Trail::tell(AuditEntry entry) { put({std::move(entry)}); }

Result<void> Trail::keep(AuditEntry entry) {
    std::promise<Result<void>> promise;
    auto kept = promise.get_future();
    put({std::move(entry), std::move(promise)});
    return kept.get();
}

void Trail::count(OutsideReader reader) {
    const std::scoped_lock lock(mutex_);
    if (!recent_.is_first(reader, clock_.now())) return;
    queue_.readers.push_back(std::move(reader));
    arrived_.notify_one();
}

void Trail::work() {
    for (bool is_last = false; !is_last;) {
        {
            std::unique_lock lock(mutex_);
            arrived_.wait_for(lock, pause, [&] { return is_closing_ || !queue_.empty(); });
            is_last = is_closing_;
        }
        take_in(next_batch());
    }
}

Trail::Batch Trail::next_batch() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(queue_, {});
}

void Trail::take_in(Batch batch) {
    const auto written = write(batch);
    if (!written) log::error("the audit log cannot be written", {{"reason", written.error().reason}});
    std::vector<Waiting> again;
    for (auto& each : batch.entries) {
        if (each.kept)
            each.kept->set_value(written);
        else if (!written)
            again.push_back(std::move(each));
    }
    if (again.empty()) return;
    std::this_thread::sleep_for(pause);
    const std::scoped_lock lock(mutex_);
    if (is_closing_ || again.size() + queue_.entries.size() > most_waiting) {
        log::error("entries of the audit log are lost", {{"count", again.size()}});
        return;
    }
    std::ranges::move(again, std::back_inserter(queue_.entries));
}

Result<void> Trail::write(const Batch& batch) {
    const Instant now = clock_.now();
    try {
        const bool has_work =
            !batch.empty() || database_.read([&](db::Session& session) { return has_notes(session, node_); });
        if (!has_work) return {};
        KONBIT_CHECK(database_.write([&](db::Session& session) -> Result<void> {
            std::vector<AuditEntry> entries;
            for (const auto& each : batch.entries) entries.push_back(each.entry);
            append(session, node_, now, std::move(entries));
            for (const auto& reader : batch.readers) count_outside(session, reader);
            return {};
        }));
        begin_day(now);
    } catch (const std::exception& fault) {
        log::error("the audit log", {{"what", fault.what()}});
        return failure(ErrorCode::unavailable, "unavailable");
    }
    return {};
}

/// Once a day, and when the server starts: keeps the heads, and forgets what is old.
void Trail::begin_day(Instant now) {
    const std::string day = utc_date(now).str();
    if (day == day_) return;
    const auto removed = database_.write([&](db::Session& session) -> Result<std::int64_t> {
        remove_old_readings(session, now - readings_kept_ms);
        return remove_old(session, node_, now - kept_ms, now);
    });
    if (!removed) log::error("old entries of the audit log stay", {{"reason", removed.error().reason}});
    if (const auto written = write_heads(database_, folder_); !written)
        log::error("the heads of the audit log cannot be kept", {{"reason", written.error().reason}});
    else
        day_ = day;
}

}  // namespace konbit::audit
