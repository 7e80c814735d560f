// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/wave_keys.hpp"

#include "core/id.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace konbit::sealed {
namespace {

namespace fs = std::filesystem;

class WaveKeys : public testing::Test {
  protected:
    fs::path folder_ = fs::temp_directory_path() /
                       ("konbit-keys-" + std::string(Id<struct FolderTag>(new_uuid_v4()).view()));
    InstallationKeys keys_ = *InstallationKeys::open(folder_);
    WaveId wave_ = new_id<WaveId>();

    ~WaveKeys() override { fs::remove_all(folder_); }
    fs::path file() const { return folder_ / ("wave-" + wave_.str() + ".key"); }
};

TEST_F(WaveKeys, StayTheSameOnceMade) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    const auto first = read_wave_key(keys_, wave_);
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->view(), read_wave_key(keys_, wave_)->view());
}

TEST_F(WaveKeys, LieInAFileForTheServerOnly) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::file_size(file()), 72u) << "32 bytes wrapped, not bare";  // 32 + 24 + 16
}

TEST_F(WaveKeys, AreOfOneWaveAndOneInstallation) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    const WaveId other = new_id<WaveId>();
    fs::copy_file(file(), folder_ / ("wave-" + other.str() + ".key"));
    EXPECT_FALSE(read_wave_key(keys_, other)) << "a key file cannot be given to another wave";
}

TEST_F(WaveKeys, AreMissingUntilMade) {
    const auto missing = read_wave_key(keys_, wave_);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().reason, "wave_key");
    EXPECT_FALSE(destroy_wave_key(keys_, wave_));
}

TEST_F(WaveKeys, AreGoneForGoodWhenDestroyed) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    EXPECT_TRUE(destroy_wave_key(keys_, wave_));
    EXPECT_FALSE(read_wave_key(keys_, wave_));
}

}  // namespace
}  // namespace konbit::sealed
