// SPDX-License-Identifier: Apache-2.0
#include "core/id.hpp"

#include <sodium.h>

#include <atomic>
#include <chrono>
#include <cstdint>

namespace konbit {

namespace {

using UuidBytes = std::array<unsigned char, 16>;

constexpr std::string_view hex_digits = "0123456789abcdef";

constexpr bool is_hyphen_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

UuidText text_of(const UuidBytes& bytes) {
    UuidText text;
    std::size_t at = 0;
    for (const unsigned char byte : bytes) {
        if (is_hyphen_place(at)) text[at++] = '-';
        text[at++] = hex_digits[byte >> 4];
        text[at++] = hex_digits[byte & 15];
    }
    return text;
}

UuidBytes random_uuid(unsigned version) {
    UuidBytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | (version << 4));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    return bytes;
}

/// Milliseconds and a 12-bit counter in one number that only grows, also when the clock steps back.
std::uint64_t next_tick() {
    static std::atomic<std::uint64_t> last{0};
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    const auto now = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count());
    std::uint64_t before = last.load();
    std::uint64_t tick;
    do {
        tick = std::max(before + 1, now << 12);
    } while (!last.compare_exchange_weak(before, tick));
    return tick;
}

}  // namespace

std::optional<UuidText> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    UuidText uuid;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
        if (is_hyphen_place(i) ? c != '-' : hex_digits.find(c) == std::string_view::npos) return std::nullopt;
        uuid[i] = c;
    }
    return uuid;
}

UuidText new_uuid_v7() {
    UuidBytes bytes = random_uuid(7);
    const std::uint64_t tick = next_tick();
    const std::uint64_t ms = tick >> 12;
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>(0x70 | ((tick >> 8) & 0x0F));
    bytes[7] = static_cast<unsigned char>(tick & 0xFF);
    return text_of(bytes);
}

UuidText new_uuid_v4() { return text_of(random_uuid(4)); }

}  // namespace konbit
