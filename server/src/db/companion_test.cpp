// SPDX-License-Identifier: Apache-2.0
#include "db/companion.hpp"

#include "db/testing/fixture.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace konbit::db {

class CompanionTest : public testing::OnBothDatabases {
  protected:
    void SetUp() override { script("CREATE TABLE notes (text TEXT NOT NULL PRIMARY KEY\n);"); }

    static void note(Session& session, std::string_view text) {
        session.change("INSERT INTO notes (text) VALUES ($1)", text);
    }
    std::vector<std::string> notes() {
        return db().read([](Session& session) {
            return session.query<std::string>("SELECT text FROM notes ORDER BY text");
        });
    }
};
KONBIT_ON_BOTH_DATABASES(CompanionTest);

TEST_P(CompanionTest, JoinsTheNextWriteOnly) {
    const Companion companion([](Session& session) { note(session, "companion"); });
    EXPECT_FALSE(companion.has_joined());
    db().write([](Session& session) { note(session, "first"); });
    EXPECT_TRUE(companion.has_joined());
    db().write(
        [](Session& session) { note(session, "second"); });  // a second "companion" would be a violation
    EXPECT_EQ(notes(), (std::vector<std::string>{"companion", "first", "second"}));
}

TEST_P(CompanionTest, WaitsForAWriteThatIsKept) {
    const Companion companion([](Session& session) { note(session, "companion"); });
    const auto refused = db().write([](Session& session) -> Result<void> {
        note(session, "refused");
        return failure(ErrorCode::invalid, "no");
    });
    EXPECT_FALSE(refused);
    EXPECT_FALSE(companion.has_joined());
    EXPECT_TRUE(notes().empty());
    db().write([](Session& session) { note(session, "kept"); });
    EXPECT_EQ(notes(), (std::vector<std::string>{"companion", "kept"}));
}

TEST_P(CompanionTest, TakesTheWriteBackWhenItThrows) {
    const Companion companion([](Session&) { throw std::runtime_error("taken"); });
    EXPECT_THROW(db().write([](Session& session) { note(session, "first"); }), std::runtime_error);
    EXPECT_FALSE(companion.has_joined());
    EXPECT_TRUE(notes().empty());
}

TEST_P(CompanionTest, LeavesOtherThreadsAlone) {
    const Companion companion([](Session& session) { note(session, "companion"); });
    std::thread([&] { db().write([](Session& session) { note(session, "elsewhere"); }); }).join();
    EXPECT_FALSE(companion.has_joined());
    EXPECT_EQ(notes(), std::vector<std::string>{"elsewhere"});
}

}  // namespace konbit::db
