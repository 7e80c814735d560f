// SPDX-License-Identifier: Apache-2.0
#include "features/keys/key_file.hpp"

#include "features/files/durable_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::keys {
namespace {

namespace fs = std::filesystem;

const std::string old_digits(64, 'a');
const std::string new_digits(64, 'b');

TEST(KeyFile, HoldsOneKeyALineTheNewestFirst) {
    const auto keys =
        parse_key_file(new_digits + " 2026-11-22T18:30:00.000Z\n" + old_digits + "\n", "k").value();
    ASSERT_EQ(keys.size(), 2u);
    EXPECT_EQ(keys[0].made_at, Instant::parse("2026-11-22T18:30:00Z"));
    EXPECT_EQ(keys[1].made_at, std::nullopt) << "a key of a release that noted no time";
    EXPECT_EQ(keys[1].key.view(), std::string(32, '\xAA'));
}

TEST(KeyFile, ReadsWhatItWrote) {
    const std::vector<FileKey> keys{{crypto::Key::random(), Instant{1'700'000'000'000}},
                                    {crypto::Key::random(), std::nullopt}};
    const auto read = parse_key_file(key_file_text(keys), "k").value();
    EXPECT_EQ(read[0].label(), keys[0].label());
    EXPECT_EQ(read[1].label(), keys[1].label());
}

TEST(KeyFile, IsRefusedWholeForOneBrokenLine) {
    for (const std::string& text : {std::string(), std::string("\n"), std::string("not a key\n"),
                                    old_digits + "a\n", old_digits + " yesterday\n", old_digits + "\nab\n"}) {
        const auto keys = parse_key_file(text, "/keys/installation.key");
        ASSERT_FALSE(keys) << text;
        EXPECT_THAT(keys.error().reason, testing::HasSubstr("/keys/installation.key is damaged"));
    }
}

TEST(KeyFile, ALabelSaysNothingOfTheKey) {
    const FileKey key{*crypto::Key::from(std::string(32, 'k')), std::nullopt};
    EXPECT_EQ(key.label().id.size(), 16u);
    EXPECT_FALSE(key_file_text(std::array{key}).contains(key.label().id));
}

TEST(KeyFile, MustBeClosedToOthers) {
    const auto file = fs::temp_directory_path() / ("konbit-key-" + crypto::random_token(6));
    files::write_durably(file, "k", 0640);
    const auto refused = check_private(file);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().reason, testing::HasSubstr("chmod 600 " + file.string()));
    fs::permissions(file, fs::perms::owner_read);
    EXPECT_TRUE(check_private(file));
    fs::remove(file);
}

}  // namespace
}  // namespace konbit::keys
