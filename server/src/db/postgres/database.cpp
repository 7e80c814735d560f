// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/database.hpp"

#include "db/inside.hpp"

#include <chrono>
#include <random>
#include <thread>

namespace konbit::db::postgres {

namespace {

constexpr int most_collisions = 20;
constexpr int most_losses = 5;

/// Waits longer after each failure, and each thread differently, so that the same transactions do not meet
/// again.
void pause(int failures) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int longest_ms = std::min(2 << std::min(failures, 7), 200);
    const auto ms = std::uniform_int_distribution<int>(0, longest_ms)(random);
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

void commit(Connection& connection) {
    try {
        connection.commit();
    } catch (const ConnectionLost& lost) {
        throw Unavailable("commit_unknown", lost.what());
    }
}

using Lease = Pool<Connection>::Lease;

/// Takes the transaction back; a connection that cannot even do that is of no use any more.
void roll_back(Lease& lease) {
    try {
        lease->script("ROLLBACK");
    } catch (...) {
        lease.drop();
    }
}

void attempt(Lease& lease, detail::Task& task, const char* begin) {
    try {
        lease->script(begin);
        if (task.run(*lease))
            commit(*lease);
        else
            lease->script("ROLLBACK");
    } catch (const ConnectionLost&) {
        lease.drop();
        throw;
    } catch (const Unavailable& unavailable) {
        if (unavailable.reason == "commit_unknown")
            lease.drop();
        else
            roll_back(lease);
        throw;
    } catch (...) {
        roll_back(lease);
        throw;
    }
}

}  // namespace

Database::Database(const std::string& url, const Options& options)
    : connections_(options.connections,
                   [url, options] { return std::make_unique<Connection>(url, options); }) {
    connections_.take()->check_setup();
}

void Database::run_read(detail::Task& task) { run(task, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }

void Database::run_write(detail::Task& task) { run(task, "BEGIN ISOLATION LEVEL SERIALIZABLE"); }

void Database::run(detail::Task& task, const char* begin) {
    const Inside inside(this);
    int collisions = 0;
    int losses = 0;
    while (true) {
        try {
            Lease lease = connections_.take();
            return attempt(lease, task, begin);
        } catch (const Collision& collision) {
            if (++collisions > most_collisions) throw Unavailable("busy", collision.what());
            pause(collisions);
        } catch (const ConnectionLost& lost) {
            connections_.forget_idle();  // what broke one has most likely broken all
            if (++losses > most_losses) throw Unavailable("connection", lost.what());
            pause(losses + 3);
        }
    }
}

}  // namespace konbit::db::postgres
