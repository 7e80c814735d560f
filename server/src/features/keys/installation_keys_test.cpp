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

TEST_F(InstallationKeysTest, MustExistWhereTheOperatorNamesAFile) {
    EXPECT_EQ(InstallationKeys::open(folder_, folder_ / "elsewhere.key").error().code,
              ErrorCode::unavailable);
}

}  // namespace konbit
