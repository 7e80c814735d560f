// SPDX-License-Identifier: Apache-2.0
#include "core/one_time_code.hpp"

#include "core/crypto.hpp"

#include <fmt/core.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <stdexcept>

namespace konbit::crypto {

namespace {

constexpr std::int64_t step_ms = 30 * second_ms;
constexpr std::uint32_t codes = 1'000'000;  // six digits

std::string big_endian(std::uint64_t number) {
    std::string bytes(8, '\0');
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8U)
        *byte = static_cast<char>(number & 0xFFU);
    return bytes;
}

std::uint32_t octet(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

std::string hmac_sha1(std::string_view key, std::string_view message) {
    std::string code(20, '\0');
    unsigned int size = 0;
    const auto* const made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                                  reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                                  reinterpret_cast<unsigned char*>(code.data()), &size);
    if (made == nullptr || size != code.size()) throw std::runtime_error("HMAC-SHA-1 cannot be computed");
    return code;
}

std::int64_t code_step(Instant at) { return at.ms / step_ms; }

std::string one_time_code(std::string_view secret, std::int64_t step) {
    const std::string mac = hmac_sha1(secret, big_endian(static_cast<std::uint64_t>(step)));
    // Dynamic truncation (RFC 4226, 5.3): the last four bits say where the 31 bits are taken from.
    const std::size_t at = octet(mac, mac.size() - 1) & 0x0FU;
    const std::uint32_t taken = (octet(mac, at) & 0x7FU) << 24U | octet(mac, at + 1) << 16U |
                                octet(mac, at + 2) << 8U | octet(mac, at + 3);
    return fmt::format("{:06}", taken % codes);
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view typed, Instant now,
                                         std::int64_t last_step) {
    std::string digits(typed);
    std::erase(digits, ' ');
    const std::int64_t present = code_step(now);
    for (std::int64_t step = std::max(present - 1, last_step + 1); step <= present + 1; ++step)
        if (equal(one_time_code(secret, step), digits)) return step;
    return std::nullopt;
}

std::string to_secret_text(std::string_view secret) {
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : secret) {
        held = held << 8U | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31U];
    }
    if (bits > 0) text += alphabet[held << (5 - bits) & 31U];
    return text;
}

}  // namespace konbit::crypto
