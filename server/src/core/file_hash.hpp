// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace konbit::crypto {

/// SHA-256 of a file as 64 lower-case hexadecimal digits, read piece by piece.
/// @throws std::system_error  When it cannot be read.
std::string sha256_hex_of_file(const std::filesystem::path& file);

}  // namespace konbit::crypto
