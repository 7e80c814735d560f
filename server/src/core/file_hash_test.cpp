// SPDX-License-Identifier: Apache-2.0
#include "core/file_hash.hpp"

#include "core/crypto.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <system_error>

namespace konbit::crypto {
namespace {

// 64 KiB are read at once: none, less, exactly that, and more.
TEST(FileHash, IsThatOfTheBytes) {
    const auto file = std::filesystem::temp_directory_path() / ("konbit-hash-" + random_token(6));
    for (const std::size_t size : {0, 5, 65'536, 200'001}) {
        const std::string bytes(size, 'k');
        std::ofstream(file, std::ios::binary) << bytes;
        EXPECT_EQ(sha256_hex_of_file(file), sha256_hex(bytes)) << size;
    }
    std::filesystem::remove(file);
    EXPECT_THROW(sha256_hex_of_file(file), std::system_error);
}

}  // namespace
}  // namespace konbit::crypto
