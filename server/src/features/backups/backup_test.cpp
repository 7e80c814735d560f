// SPDX-License-Identifier: Apache-2.0
#include "features/backups/backup.hpp"

#include "core/process.hpp"
#include "features/backups/backup_job.hpp"
#include "features/backups/restore.hpp"
#include "features/erasures/journal.hpp"
#include "features/files/durable_file.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace konbit::backups {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class Backups : public konbit::testing::AppTest {
  protected:
    void SetUp() override {
        config().database_url = where();
        fs::create_directories(config().data / "files" / "ab");
        files::write_durably(config().data / "files" / "ab" / "picture", "bytes of a picture");
        files::write_durably(config().data / "konbit.toml", "smtp_url = \"smtp://user:secret@mail\"\n");
        note(3);
    }
    void TearDown() override { fs::remove_all(place_); }

    Destination destination() const { return {place_ / "backups", place_ / "keys"}; }
    Backup make() { return backups::make(app(), destination()).value(); }

    /// Rows that tell one moment from another.
    void note(int count) {
        db().write([&](db::Session& session) {
            for (int i = 0; i < count; ++i)
                session.change("INSERT INTO settings (key, value, updated_at) VALUES ($1, 'x', 0)",
                               "note-" + crypto::random_token(8));
        });
    }

    /// An empty installation to fill.
    Config empty() {
        Config other;
        other.data = place_ / "restored";
        if (GetParam() == db::Engine::postgres) other.database_url = empty_database();
        return other;
    }

    void change(const fs::path& file) { std::ofstream(file, std::ios::app) << "x"; }

    fs::path place_ = fs::temp_directory_path() / ("konbit-backups-" + crypto::random_token(6));

  private:
    std::string empty_database() {
        const auto name = "restored_" + random_name();
        EXPECT_EQ(process::run({"createdb", "--maintenance-db=" + where(), "--template=template0", name}), 0);
        const auto slash = where().find('/', where().find("://") + 3);
        return where().substr(0, slash + 1) + name + where().substr(where().find('?'));
    }
    /// Letters only, for PostgreSQL.
    static std::string random_name() { return crypto::sha256_hex(crypto::random_bytes(8)).substr(0, 12); }
};
KONBIT_ON_BOTH_DATABASES(Backups);

TEST_P(Backups, ArePutBackAsTheyWere) {
    const Backup made = make();
    note(2);  // afterwards: not in it
    const Config target = empty();
    const auto restored = restore(target, {made.folder, made.keys});
    ASSERT_TRUE(restored) << restored.error().reason;
    EXPECT_EQ(restored->taken_at, clock().now());
    EXPECT_EQ(restored->key, app().keys.labels().front().id);

    const auto database = db::Database::open(
        target.database_url.empty() ? (target.data / "konbit.sqlite").string() : target.database_url);
    EXPECT_EQ(database->read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM settings WHERE key LIKE 'note-%'");
    }),
              3);
    EXPECT_EQ(files::read_file(target.data / "files" / "ab" / "picture"), "bytes of a picture");
    EXPECT_TRUE(files::read_file(target.data / "konbit.toml"));
    EXPECT_EQ(InstallationKeys::open(target.data / "keys").value().derive("x").view(),
              app().keys.derive("x").view());
}

TEST_P(Backups, BringBackWhatLiesBesideTheKeysAndBothJournals) {
    const auto line = [&] {
        return erasures::Line{new_id<ErasureId>(), ErasedKind::person, new_id<ErasedRecordId>(),
                              clock().now()};
    };
    const std::vector early{line()};
    const std::vector late{early.front(), line()};
    files::write_durably(erasures::journal_in(app().keys.folder()), erasures::write_lines(early));
    files::write_durably(config().data / "services.toml", "# none\n");
    files::write_durably(config().data / "ministry.secret", "quiet");
    fs::create_directories(config().data / "audit");
    files::write_durably(config().data / "audit" / "heads.txt", "a head\n");
    const Backup made = make();
    files::write_durably(place_ / "newest.jsonl", erasures::write_lines(late));
    EXPECT_THAT(restore(empty(), {made.folder, made.keys, place_ / "missing"}).error().reason,
                HasSubstr("no journal"));
    const Config target = empty();
    const auto restored = restore(target, {made.folder, made.keys, place_ / "newest.jsonl"});
    ASSERT_TRUE(restored) << restored.error().reason;
    EXPECT_EQ(erasures::read_journal(target.data / "keys" / "erasures.jsonl").value(), late);
    EXPECT_TRUE(files::read_file(target.data / "services.toml"));
    EXPECT_EQ(files::read_file(target.data / "ministry.secret"), "quiet");
    EXPECT_EQ(files::read_file(target.data / "audit" / "heads.txt"), "a head\n");
}

TEST_P(Backups, HoldNoKeyAndNoPassword) {
    const Backup made = make();
    const auto key = files::read_file(app().keys.file()).value().substr(0, 64);
    for (const auto& entry : fs::recursive_directory_iterator(made.folder)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = files::read_file(entry.path()).value();
        EXPECT_THAT(bytes, ::testing::Not(HasSubstr(key))) << entry.path();
        EXPECT_THAT(bytes, ::testing::Not(HasSubstr("smtp://user:secret"))) << entry.path();
    }
    EXPECT_EQ(fs::status(made.folder).permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(made.keys).permissions(), fs::perms::owner_all);
}

TEST_P(Backups, AreRefusedWhenAnythingWasChanged) {
    const Backup made = make();
    const Source source{made.folder, made.keys};
    change(made.folder / "files" / "ab" / "picture");
    EXPECT_THAT(restore(empty(), source).error().reason, HasSubstr("files/ab/picture"));
    fs::remove(made.folder / "files" / "ab" / "picture");
    EXPECT_THAT(restore(empty(), source).error().reason, HasSubstr("files/ab/picture"));
    fs::remove(made.folder / manifest_file);
    EXPECT_THAT(restore(empty(), source).error().reason, HasSubstr("no whole backup"));
    EXPECT_FALSE(fs::exists(place_ / "restored"));
}

TEST_P(Backups, AreRefusedWithKeysOfAnotherTime) {
    const Backup made = make();
    app().keys.add(clock().now());
    clock().set(clock().now() + day_ms);
    const Backup later = make();
    EXPECT_THAT(restore(empty(), {made.folder, later.keys}).error().reason,
                HasSubstr("but the backup needs"));
}

TEST_P(Backups, FillAnEmptyFolderOnly) {
    const Backup made = make();
    const Config target = empty();
    files::write_durably((fs::create_directories(target.data), target.data / "there"), "already");
    EXPECT_THAT(restore(target, {made.folder, made.keys}).error().reason, HasSubstr("is not empty"));
    EXPECT_TRUE(fs::exists(target.data / "there"));
}

TEST_P(Backups, AreKeptApartFromTheirKeys) {
    EXPECT_EQ(backups::make(app(), {place_ / "one", place_ / "one"}).error().reason, "keys_beside_backup");
    EXPECT_TRUE(backups::make(app(), {place_ / "one", {}}).value().keys.empty());
}

TEST_P(Backups, AreKeptAsManyAsWereAskedFor) {
    const Plan plan{destination(), 2};
    std::vector<std::string> names;
    for (int i = 0; i < 4; ++i) {
        clock().set(clock().now() + day_ms);
        names.push_back(make_and_note(app(), plan).value().folder.filename().string());
    }
    EXPECT_EQ(list(place_ / "backups"), (std::vector{names[2], names[3]}));
    EXPECT_EQ(list(place_ / "keys", "konbit-keys-").size(), 2u);
}

TEST_P(Backups, AreLateAfterTwentySixHours) {
    EXPECT_TRUE(is_late(find_last(db()), clock().now())) << "none was ever taken";
    ASSERT_TRUE(make_and_note(app(), {destination(), 14}));
    EXPECT_FALSE(is_late(find_last(db()), clock().now() + 26 * hour_ms));
    EXPECT_TRUE(is_late(find_last(db()), clock().now() + 26 * hour_ms + 1));
}

// A file stands where the folder should be made.
TEST_P(Backups, ThatFailAreNotedAndLeaveTheLastGoodOneStanding) {
    const Plan plan{destination(), 14};
    ASSERT_TRUE(make_and_note(app(), plan));
    const auto good = find_last(db());
    files::write_durably(place_ / "occupied", "");
    EXPECT_FALSE(make_and_note(app(), {{place_ / "occupied", {}}, 14}));
    EXPECT_EQ(find_last(db()).taken_at, good.taken_at);
    EXPECT_NE(find_last(db()).failure, "");
    EXPECT_EQ(list(place_ / "backups").size(), 1u);
}

}  // namespace
}  // namespace konbit::backups
