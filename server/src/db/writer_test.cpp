// SPDX-License-Identifier: Apache-2.0
// Many threads at once: some closures keep what they write, some fail, some throw, some collide.
#include "db/database.hpp"
#include "db/testing/fixture.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

namespace konbit::db {
namespace {

constexpr int threads = 8;
constexpr int rounds = 40;

class Writing : public testing::OnBothDatabases {
  protected:
    Writing() {
        script("CREATE TABLE counters (\n name TEXT NOT NULL PRIMARY KEY, value {int64} NOT NULL\n);");
        db().write(
            [](Session& s) { s.change("INSERT INTO counters (name, value) VALUES ($1, $2)", "shared", 0); });
    }
    static void in_threads(const std::function<void(int thread)>& work) {
        std::vector<std::jthread> running;
        for (int thread = 0; thread < threads; ++thread) running.emplace_back(work, thread);
    }
    Result<int> add(const std::string& name) {
        return db().write([&](Session& session) -> Result<int> {
            session.change("INSERT INTO counters (name, value) VALUES ($1, $2)", name, 1);
            return 1;
        });
    }
    Result<void> add_many(const std::string& name, int many) {
        return db().write_large([&](Session& session) -> Result<void> {
            for (int i = 0; i < many; ++i)
                session.change("INSERT INTO counters (name, value) VALUES ($1, $2)",
                               name + "-" + std::to_string(i), 1);
            return {};
        });
    }
    std::int64_t count(const std::string& like) {
        return db().read([&](Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM counters WHERE name LIKE $1", like);
        });
    }
};
KONBIT_ON_BOTH_DATABASES(Writing);

TEST_P(Writing, KeepsExactlyWhatWasAcknowledged) {
    std::atomic<int> acknowledged{0};
    in_threads([&](int thread) {
        for (int i = 0; i < rounds; ++i) {
            const std::string name = std::to_string(thread) + "-" + std::to_string(i);
            if (i % 5 == 1) {
                EXPECT_FALSE(db().write([&](Session& s) -> Result<int> {
                    s.change("INSERT INTO counters (name, value) VALUES ($1, 1)", "refused-" + name);
                    return failure(ErrorCode::invalid);
                }));
            } else if (i % 5 == 2) {
                EXPECT_THROW(db().write([&](Session& s) {
                    s.change("INSERT INTO counters (name, value) VALUES ($1, 1)", "thrown-" + name);
                    throw std::runtime_error("broken");
                }),
                             std::runtime_error);
            } else if (i % 5 == 3) {
                acknowledged += add_many("kept-" + name, 2).has_value() ? 2 : 0;
            } else if (add("kept-" + name)) {
                ++acknowledged;
            }
        }
    });
    EXPECT_EQ(count("kept-%"), acknowledged);
    EXPECT_EQ(acknowledged, threads * rounds * 4 / 5);
    EXPECT_EQ(count("refused-%") + count("thrown-%"), 0);
}

TEST_P(Writing, KeepsNothingOfALargeWriteThatFails) {
    ASSERT_TRUE(add("large-1"));
    const auto result = add_many("large", 3);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::conflict);
    EXPECT_EQ(count("large-%"), 1);
}

TEST_P(Writing, LetsOneOfSeveralClaimAName) {
    std::atomic<int> won{0};
    std::atomic<int> conflicts{0};
    in_threads([&](int) {
        for (int i = 0; i < 10; ++i) {
            const auto result = add("claim-" + std::to_string(i));
            if (result)
                ++won;
            else if (result.error().code == ErrorCode::conflict)
                ++conflicts;
        }
    });
    EXPECT_EQ(won, 10);
    EXPECT_EQ(conflicts, threads * 10 - 10);
}

TEST_P(Writing, LosesNoUpdateOfReadCheckWrite) {
    in_threads([&](int) {
        for (int i = 0; i < 10; ++i) {
            db().write([](Session& session) {
                const auto value =
                    session.value<std::int64_t>("SELECT value FROM counters WHERE name = $1", "shared");
                session.change("UPDATE counters SET value = $1 WHERE name = $2", value + 1, "shared");
            });
        }
    });
    db().read([](Session& session) {
        EXPECT_EQ(session.value<std::int64_t>("SELECT value FROM counters WHERE name = 'shared'"),
                  threads * 10);
    });
}

// PostgreSQL would answer COMMIT with ROLLBACK and no error: what was acknowledged would be lost.
TEST_P(Writing, RefusesToGoOnAfterAFailedStatement) {
    EXPECT_THROW(db().write([](Session& session) {
        try {
            session.change("INSERT INTO counters (name, value) VALUES ($1, $2)", "shared", 0);
        } catch (const ConstraintViolation&) {
        }
    }),
                 std::logic_error);
    EXPECT_TRUE(add("next"));
}

TEST_P(Writing, FindsItsWayBackWhenTheServerDropsItsConnections) {
    if (GetParam() != Engine::postgres) return;
    ASSERT_TRUE(add("before"));
    const auto other = Database::open(where());
    other->write([](Session& session) {
        session.query<std::string>(
            "SELECT CAST(pg_terminate_backend(pid) AS TEXT) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    });
    EXPECT_TRUE(add("after"));
    EXPECT_EQ(count("after") + count("before"), 2);
}

TEST_P(Writing, RefusesACallInsideAClosure) {
    EXPECT_THROW(db().write([&](Session&) { db().write([](Session&) {}); }), std::logic_error);
    EXPECT_THROW(db().write([&](Session&) { db().read([](Session&) {}); }), std::logic_error);
    EXPECT_THROW(db().read([&](Session&) { db().write([](Session&) {}); }), std::logic_error);
}

TEST_P(Writing, StopsWhenClosedAndFinishesWhatItBegan) {
    std::atomic<int> acknowledged{0};
    std::atomic<int> refused{0};
    std::jthread closing([&] {
        while (acknowledged < threads) std::this_thread::yield();
        db().close();
    });
    in_threads([&](int thread) {
        for (int i = 0; i < 1000; ++i) {
            const auto result = add(std::to_string(thread) + "-" + std::to_string(i));
            if (result) {
                ++acknowledged;
                continue;
            }
            EXPECT_EQ(result.error().reason, "closing");
            ++refused;
            break;
        }
    });
    closing.join();
    const auto again = Database::open(where());
    const auto kept =
        again->read([](Session& s) { return s.value<std::int64_t>("SELECT count(*) - 1 FROM counters"); });
    EXPECT_EQ(kept, acknowledged);
    EXPECT_EQ(refused, threads);
}

}  // namespace
}  // namespace konbit::db
