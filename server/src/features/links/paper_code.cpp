// SPDX-License-Identifier: Apache-2.0
#include "features/links/paper_code.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

namespace konbit::links {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t locator_length = 4;
constexpr std::size_t proof_length = 7;
constexpr std::size_t code_length = locator_length + proof_length + 1;

/// Times x in the field of 32 elements, modulo x^5 + x^2 + 1.
std::size_t times_x(std::size_t element) { return element & 16 ? (element << 1) ^ 0b100101 : element << 1; }

/// The remainder of the characters read as a polynomial: zero for a whole code.
std::size_t remainder(std::string_view characters) {
    std::size_t sum = 0;
    for (const char each : characters) sum = times_x(sum) ^ alphabet.find(each);
    return sum;
}

std::string proof_of(const crypto::Key& key, const RespondentId& respondent, std::int64_t version) {
    const std::string message = fmt::format("code:{}:{}", respondent.view(), version);
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, 5)).substr(0, proof_length);
}

char as_printed(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    return upper == 'I' || upper == 'L' ? '1' : upper;
}

/// @return Nothing when a character is none of the alphabet.
std::optional<std::string> as_printed(std::string_view typed) {
    std::string printed;
    for (const char each : typed) {
        if (each == '-' || each == ' ') continue;
        printed += as_printed(each);
        if (alphabet.find(printed.back()) == std::string_view::npos) return std::nullopt;
    }
    return printed;
}

}  // namespace

std::string paper_code(const crypto::Key& key, std::string_view reference, const RespondentId& respondent,
                       std::int64_t version) {
    std::string code(reference.substr(0, locator_length));
    code += proof_of(key, respondent, version);
    code += alphabet[times_x(remainder(code))];
    return fmt::format("{}-{}-{}", code.substr(0, 4), code.substr(4, 4), code.substr(8));
}

std::optional<CodeParts> parse_code(std::string_view text) {
    if (text.size() > 40) return std::nullopt;
    const auto code = as_printed(text);
    if (!code || code->size() != code_length || remainder(*code) != 0) return std::nullopt;
    return CodeParts{code->substr(0, locator_length), code->substr(locator_length, proof_length)};
}

TokenVerdict verdict_on_code(std::string_view proof, const crypto::Key& key, const RespondentId& respondent,
                             std::int64_t version) {
    if (crypto::equal(proof, proof_of(key, respondent, version))) return TokenVerdict::valid;
    for (std::int64_t former = version - 1; former >= 1; --former)
        if (crypto::equal(proof, proof_of(key, respondent, former))) return TokenVerdict::replaced;
    return TokenVerdict::unknown;
}

}  // namespace konbit::links
