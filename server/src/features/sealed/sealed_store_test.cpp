// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace konbit::sealed {
namespace {

namespace fs = std::filesystem;

bool names_the_table(const fs::path& path) {
    std::ifstream file(path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return text.contains("sealed_answers");
}

// Who reads one file has read every statement that touches sealed answers.
TEST(SealedAnswers, AreTouchedByOneFileOnly) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KONBIT_SOURCE_DIR) / "server/src")) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && !name.contains("_test.") && names_the_table(entry.path()))
            files.push_back(name);
    }
    // The list of what is held about somebody (features/own_data) names the table, and shows nothing of it.
    EXPECT_THAT(files, testing::UnorderedElementsAre("sealed_store.cpp", "personal_columns.cpp"));
}

}  // namespace
}  // namespace konbit::sealed
