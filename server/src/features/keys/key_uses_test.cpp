// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace konbit::keys {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The sources below features and app that hold the text.
std::vector<std::string> files_with(std::string_view text) {
    std::vector<std::string> files;
    for (const std::string layer : {"features", "app"})
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(KONBIT_SOURCE_DIR) / "server/src" / layer)) {
            const std::string name = entry.path().filename().string();
            const bool is_source = name.ends_with(".cpp") || name.ends_with(".hpp");
            const bool is_product = !name.contains("_test.") && !entry.path().string().contains("/testing/");
            if (entry.is_regular_file() && is_source && is_product && text_of(entry.path()).contains(text))
                files.push_back(name);
        }
    std::ranges::sort(files);
    return files;
}

// What is made with the newest key and kept must move when it is rotated, or be checked against former keys.
// A file that is new here: seal in a way that rotation.cpp moves, check with first() or derive_all(), or keep
// a mark by lasting(); then name the file below.
TEST(KeyUses, AreAllMovedOrCheckedByFormerKeys) {
    const std::vector<std::string> recheck{
        "answering.cpp",
        "competition_routes.cpp",
        "expert_mail.cpp",
        "installation_keys.cpp",
        "installation_keys.hpp",
        "introduction_mail.cpp",
        "invitation_routes.cpp",
        "link_list.cpp",
        "link_token.hpp",
        "nudge.cpp",
        "open_link.cpp",
        "outbox.cpp",
        "own_data_routes.cpp",
        "password_link.cpp",
        "proof.cpp",
        "reminder_mail.cpp",
        "search_key.cpp",
        "second_factor.cpp",
        "team_routes.cpp",
        "wave_keys.cpp",
    };
    for (const auto& file : files_with("keys.derive("))
        EXPECT_THAT(recheck, testing::Contains(file)) << "uses the newest key alone";
}

}  // namespace
}  // namespace konbit::keys
