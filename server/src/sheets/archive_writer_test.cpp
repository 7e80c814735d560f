// SPDX-License-Identifier: Apache-2.0
#include "sheets/archive_writer.hpp"

#include "sheets/archive.hpp"

#include <gtest/gtest.h>

#include <array>

namespace konbit::sheets {
namespace {

TEST(ArchiveWriter, PacksFilesThatComeOutAgain) {
    const std::array files{ArchiveEntry{"wave1.dat", "0 1\nNA 0\n"}, ArchiveEntry{"über.txt", "Café"},
                           ArchiveEntry{"empty", ""}};
    const std::string packed = archived(files);
    const auto archive = Archive::open(packed);
    ASSERT_TRUE(archive);
    for (const auto& [name, bytes] : files) EXPECT_EQ(archive->read(name)->value(), bytes) << name;
}

}  // namespace
}  // namespace konbit::sheets
