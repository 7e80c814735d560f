// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Personal links: an address that lets one respondent answer without an account. Nothing of a token is
/// stored: it is made again, whenever it is needed, with a key that is not in the database.
namespace konbit::links {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view link_purpose = "survey links";

/// What a link names, and what proves it.
struct LinkParts {
    std::string reference;  ///< Eight base 32 characters, upper case.
    std::string token;      ///< 128 bits in base 32: 26 characters, upper case.

    bool operator==(const LinkParts&) const = default;
};

/// Eight random base 32 characters: 40 bits, so that a roster can be told apart by them on paper.
std::string new_reference();

/// HMAC-SHA-256 of respondent and version, cut to 128 bits, in base 32.
std::string link_token(const crypto::Key& key, const RespondentId& respondent, std::int64_t version);

/// The address to send: the secret stands behind `#`, so that no server log, proxy or Referer ever holds it.
std::string link_url(std::string_view base_url, std::string_view reference, std::string_view token);

/// Reads "REFERENCE-TOKEN" as a person may have typed it: either case, O for 0, I and L for 1, blanks
/// ignored.
/// @return Nothing when it does not have that form.
std::optional<LinkParts> parse_link(std::string_view text);

/// What a presented token turns out to be.
enum class TokenVerdict {
    valid,
    replaced,  ///< Was valid before a re-issue.
    unknown,   ///< Never was one of this respondent.
};

/// @param version  The respondent's current link version, from 1. Former ones are tried as well, so that
/// whoever holds
///                 an old link is told to look for the new one.
/// @complexity O(version).
TokenVerdict verdict_on(std::string_view token, const crypto::Key& key, const RespondentId& respondent,
                        std::int64_t version);

}  // namespace konbit::links
