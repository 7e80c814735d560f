// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/sealed_row.hpp"

#include <fmt/core.h>

#include <cassert>

namespace konbit::sealed {

namespace {

constexpr char layout_version = 1;
constexpr std::size_t header_size = 3;  // layout version, number of members (two bytes, low first)

std::string header_of(std::size_t members) {
    assert(members <= 0xFFFF);
    return {layout_version, static_cast<char>(members & 0xFF), static_cast<char>(members >> 8)};
}

std::string about(const Place& place) {
    return fmt::format("sealed answer\n{}\n{}\n{}", place.wave.view(), place.respondent.view(),
                       place.question.view());
}

}  // namespace

std::string seal_row(const crypto::Key& wave_key, const Place& place, const Row& row) {
    std::string plain = header_of(row.size());
    plain.append(row.begin(), row.end());
    return crypto::seal(wave_key, plain, about(place));
}

std::optional<Row> open_row(const crypto::Key& wave_key, const Place& place, std::string_view ciphertext) {
    const auto plain = crypto::open(wave_key, ciphertext, about(place));
    if (!plain || plain->size() < header_size) return std::nullopt;
    const std::size_t members = plain->size() - header_size;
    if (!plain->starts_with(header_of(members))) return std::nullopt;
    return Row(plain->begin() + header_size, plain->end());
}

std::optional<Row> open_row(std::span<const crypto::Key> wave_keys, const Place& place,
                            std::string_view ciphertext) {
    for (const auto& key : wave_keys)
        if (auto row = open_row(key, place, ciphertext)) return row;
    return std::nullopt;
}

}  // namespace konbit::sealed
