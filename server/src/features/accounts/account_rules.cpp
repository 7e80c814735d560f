// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_rules.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace konbit::accounts {

namespace {

constexpr std::size_t longest_email = 254;
constexpr std::size_t longest_name = 200;

/// One "@" with something around it and no blanks: whether it exists, only a mail can tell.
bool is_email(std::string_view email) {
    const auto at = email.find('@');
    const bool has_control_or_blank = std::ranges::any_of(email, [](char c) { return c <= ' ' || c == 127; });
    return at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
           email.find('@', at + 1) == std::string_view::npos && !has_control_or_blank;
}

}  // namespace

std::string folded_email(std::string_view email) {
    std::string folded = text::trim(email);
    std::ranges::transform(folded, folded.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return folded;
}

Result<Account> checked(Account account) {
    account.email = text::trim(account.email);
    account.name = text::trim(account.name);
    account.email_folded = folded_email(account.email);
    Findings findings;
    findings.require(is_email(account.email), "/email", "not_an_email");
    findings.require(account.email.size() <= longest_email, "/email", "too_long", {{"max", "254"}});
    findings.require(!account.name.empty(), "/name", "required");
    findings.require(text::length(account.name) <= longest_name, "/name", "too_long", {{"max", "200"}});
    return std::move(findings).or_value(std::move(account));
}

}  // namespace konbit::accounts
