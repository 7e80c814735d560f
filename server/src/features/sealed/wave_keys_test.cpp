// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/wave_keys.hpp"

#include "core/id.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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

TEST_F(WaveKeys, AreWrappedByTheNewestInstallationKey) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    const auto before = read_wave_key(keys_, wave_).value();
    const auto first = keys_.labels().front().id;
    keys_.add(Instant{1});
    EXPECT_EQ(rewrap_wave_keys(keys_), 1);
    EXPECT_EQ(rewrap_wave_keys(keys_), 0) << "nothing is left to do";
    keys_.move_lasting();
    keys_.drop(first);
    EXPECT_EQ(read_wave_key(keys_, wave_).value().view(), before.view());
}

TEST_F(WaveKeys, ThatWereDestroyedStayDestroyed) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    fs::copy_file(file(), file().string() + ".AbCdEf.tmp");  // a crash while it was wrapped anew
    ASSERT_TRUE(destroy_wave_key(keys_, wave_));
    keys_.add(Instant{1});
    EXPECT_EQ(rewrap_wave_keys(keys_), 0);
    for (const auto& entry : fs::directory_iterator(folder_))
        EXPECT_FALSE(entry.path().filename().string().contains(wave_.str())) << entry.path();
}

TEST_F(WaveKeys, OfAnotherInstallationAreLeftAlone) {
    const std::string foreign(72, 'f');
    std::ofstream(file(), std::ios::binary) << foreign;
    keys_.add(Instant{1});
    EXPECT_EQ(rewrap_wave_keys(keys_), 0);
    EXPECT_EQ(fs::file_size(file()), 72u);
}

// While rows move, both open; then the newest alone is left.
TEST_F(WaveKeys, StandSideBySideWhileRowsMove) {
    ASSERT_TRUE(make_wave_key(keys_, wave_));
    const auto before = read_wave_key(keys_, wave_).value();
    ASSERT_TRUE(add_wave_key(keys_, wave_));
    const auto both = read_wave_keys(keys_, wave_).value();
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both.back().view(), before.view());
    EXPECT_NE(both.front().view(), before.view());
    ASSERT_TRUE(drop_former_wave_keys(keys_, wave_));
    EXPECT_EQ(read_wave_keys(keys_, wave_).value().size(), 1u);
    EXPECT_EQ(read_wave_key(keys_, wave_).value().view(), both.front().view());
}

}  // namespace
}  // namespace konbit::sealed
