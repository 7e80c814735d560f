// SPDX-License-Identifier: Apache-2.0
#include "features/keys/installation_keys.hpp"

#include "features/files/durable_file.hpp"

#include <gtest/gtest.h>

namespace konbit {

namespace fs = std::filesystem;

class InstallationKeysTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("konbit-keys-" + crypto::random_token(6));
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_;
};

TEST_F(InstallationKeysTest, AreMadeOnceAndReadAgain) {
    const auto first = InstallationKeys::open(folder_).value().derive("links");
    const auto second = InstallationKeys::open(folder_).value().derive("links");
    EXPECT_EQ(first.view(), second.view());
}

TEST_F(InstallationKeysTest, DifferFromPurposeToPurpose) {
    const auto keys = InstallationKeys::open(folder_).value();
    EXPECT_NE(keys.derive("links").view(), keys.derive("waves").view());
}

TEST_F(InstallationKeysTest, AreReadableByTheirOwnerOnly) {
    ASSERT_TRUE(InstallationKeys::open(folder_));
    EXPECT_EQ(fs::status(folder_ / "installation.key").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(folder_).permissions(), fs::perms::owner_all);
}

// A new key in place of a damaged one would silently end every link and lose every sealed answer.
TEST_F(InstallationKeysTest, AreNeverReplacedWhenTheFileIsDamaged) {
    fs::create_directories(folder_);
    files::write_durably(folder_ / "installation.key", "not a key\n");
    EXPECT_EQ(InstallationKeys::open(folder_).error().code, ErrorCode::unavailable);
}

TEST_F(InstallationKeysTest, AreRefusedWhenOthersMayReadThem) {
    ASSERT_TRUE(InstallationKeys::open(folder_));
    fs::permissions(folder_ / "installation.key", fs::perms::group_read, fs::perm_options::add);
    EXPECT_EQ(InstallationKeys::open(folder_).error().code, ErrorCode::unavailable);
}

TEST_F(InstallationKeysTest, AreNotMadeWhereThereWereSome) {
    using enum InstallationKeys::Absent;
    EXPECT_EQ(InstallationKeys::open(folder_, {}, refuse).error().code, ErrorCode::unavailable);
    EXPECT_TRUE(InstallationKeys::open(folder_, {}, replace));
}

TEST_F(InstallationKeysTest, StandSideBySideAfterANewOneCame) {
    const auto keys = InstallationKeys::open(folder_).value();
    const auto before = keys.derive("links");
    const auto former = keys.labels().front();
    const auto added = keys.add(Instant{1'800'000'000'000});
    EXPECT_NE(keys.derive("links").view(), before.view());
    ASSERT_EQ(keys.derive_all("links").size(), 2u);
    EXPECT_EQ(keys.derive_all("links").back().view(), before.view());
    EXPECT_EQ(keys.labels(), (std::vector{added, former}));
}

// Erased addresses and used codes are known by their marks alone: nobody could mark them again.
TEST_F(InstallationKeysTest, LeaveMarksAsTheyAre) {
    const auto keys = InstallationKeys::open(folder_).value();
    const auto before = keys.lasting("erased contacts");
    const auto first = keys.labels().front().id;
    EXPECT_EQ(before.view(), keys.derive("erased contacts").view())
        << "as marks were made before any rotation";
    keys.add(Instant{1});
    keys.add(Instant{2});
    keys.move_lasting();
    keys.drop(first);
    EXPECT_EQ(keys.lasting("erased contacts").view(), before.view());
    EXPECT_EQ(InstallationKeys::open(folder_).value().lasting("erased contacts").view(), before.view());
}

TEST_F(InstallationKeysTest, AreReadAgainWhenAnotherProcessAddsOne) {
    const auto serving = InstallationKeys::open(folder_).value();
    const auto added = InstallationKeys::open(folder_).value().add(Instant{1});
    EXPECT_EQ(serving.labels().front(), added);
}

// An operator edits the file while the server runs; what was known holds until it can be read.
TEST_F(InstallationKeysTest, StayKnownWhileTheFileIsDamaged) {
    const auto serving = InstallationKeys::open(folder_).value();
    const auto before = serving.derive("links");
    files::write_durably(folder_ / "installation.key", "half a k");
    EXPECT_EQ(serving.derive("links").view(), before.view());
}

TEST_F(InstallationKeysTest, AreRefusedWithoutTheLastingOnes) {
    const auto keys = InstallationKeys::open(folder_).value();
    keys.add(Instant{1});
    fs::remove(folder_ / "lasting.keys");
    EXPECT_EQ(InstallationKeys::open(folder_).error().code, ErrorCode::unavailable);
}

TEST_F(InstallationKeysTest, MustExistWhereTheOperatorNamesAFile) {
    EXPECT_EQ(InstallationKeys::open(folder_, folder_ / "elsewhere.key").error().code,
              ErrorCode::unavailable);
}

}  // namespace konbit
