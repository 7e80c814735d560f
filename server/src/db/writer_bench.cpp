// SPDX-License-Identifier: Apache-2.0
// usage: konbit_db_bench PATH|URL: durable creates per second at 1, 8 and 64 threads, each in a transaction
// of its own.
#include "db/columns.hpp"
#include "db/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace konbit::db {
namespace {

using Timer = std::chrono::steady_clock;

struct Note {
    Id<struct NoteTag> id = new_id<Id<struct NoteTag>>();
    std::string name = "Kakawo Lakay";
    Instant created_at{1'700'000'000'000};
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{field("id", &Note::id), field("name", &Note::name),
                          field("created_at", &Note::created_at), field("version", &Note::version)};
    }
};

double ms_since(Timer::time_point start) {
    return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

/// Creates notes until the time is up; @return how long each took, in milliseconds.
std::vector<double> create_for(Database& database, std::chrono::milliseconds duration) {
    std::vector<double> latencies;
    const auto end = Timer::now() + duration;
    while (Timer::now() < end) {
        const auto start = Timer::now();
        const Note note;
        database.write([&](Session& session) { insert(session, "notes", note); });
        latencies.push_back(ms_since(start));
    }
    return latencies;
}

void measure(Database& database, std::size_t threads) {
    std::vector<std::vector<double>> made(threads);
    const auto start = Timer::now();
    {
        std::vector<std::jthread> running;
        for (auto& latencies : made) {
            running.emplace_back([&] { latencies = create_for(database, std::chrono::seconds(3)); });
        }
    }
    const double seconds = ms_since(start) / 1000;
    std::vector<double> all;
    for (const auto& latencies : made) all.insert(all.end(), latencies.begin(), latencies.end());
    std::ranges::sort(all);
    fmt::print("{:2} threads: {:6.0f} creates/s, p50 {:.2f} ms, p99 {:.2f} ms\n", threads,
               static_cast<double>(all.size()) / seconds, all[all.size() / 2], all[all.size() * 99 / 100]);
}

}  // namespace
}  // namespace konbit::db

int main(int count, char** arguments) {
    using namespace konbit::db;
    if (count != 2) {
        fmt::print(stderr, "usage: konbit_db_bench PATH|URL\n");
        return 2;
    }
    const auto database = Database::open(arguments[1], {.connections = 16});
    database->write([](Session& session) {
        session.script(
            "DROP TABLE IF EXISTS notes; CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, "
            "name TEXT NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL)");
    });
    for (const std::size_t threads : {1, 8, 64}) measure(*database, threads);
}
