// SPDX-License-Identifier: Apache-2.0
#include "core/file_hash.hpp"

#include "core/codec.hpp"

#include <sodium.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace konbit::crypto {

std::string sha256_hex_of_file(const std::filesystem::path& file) {
    constexpr std::size_t piece_size = 64 * 1024;
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::system_error(errno, std::generic_category(), file.string());
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::string piece(piece_size, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    if (in.bad()) throw std::system_error(EIO, std::generic_category(), file.string());
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return codec::to_hex(hash);
}

}  // namespace konbit::crypto
