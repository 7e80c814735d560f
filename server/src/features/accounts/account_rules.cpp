// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_rules.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <set>

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

bool repeats_few_characters(std::string_view password) {
    return std::set<char>(password.begin(), password.end()).size() < 4;
}

/// "abcdefghijklmnop", "1234567890123456": each character one above the last, or back at the start.
bool is_a_run(std::string_view password) {
    std::size_t steps = 0;
    for (std::size_t i = 1; i < password.size(); ++i) steps += password[i] == password[i - 1] + 1;
    return steps * 10 >= (password.size() - 1) * 8;
}

bool holds_the_person(std::string_view password, const Account& account) {
    const auto folded = text::fold(password);
    const auto name = text::fold(account.name);
    const auto mailbox = text::fold(account.email.substr(0, account.email.find('@')));
    const auto is_most_of_it = [&](const std::string& part) {
        return part.size() >= 4 && folded.find(part) != std::string::npos && folded.size() < part.size() + 8;
    };
    return is_most_of_it(name) || is_most_of_it(mailbox);
}

bool is_expected(std::string_view password) {
    static constexpr auto expected = std::to_array<std::string_view>(
        {"passwordpassword", "password12345678", "qwertyuiopasdfgh", "konbitkonbitkonbit",
         "correcthorsebatterystaple", "letmeinletmeinletmein", "iloveyouiloveyou", "administrator123",
         "changemechangeme", "welcomewelcome123"});
    return std::ranges::find(expected, text::fold(password)) != expected.end();
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

Result<void> check_new_password(std::string_view password, const Account& of) {
    Findings findings;
    findings.require(text::length(password) >= shortest_password, "/password", "too_short", {{"min", "15"}});
    findings.require(text::length(password) <= longest_password, "/password", "too_long", {{"max", "1024"}});
    findings.require(!repeats_few_characters(password) && !is_a_run(password) && !is_expected(password) &&
                         !holds_the_person(password, of),
                     "/password", "easy_to_guess");
    if (!findings.empty()) return failure(ErrorCode::invalid, "invalid", findings.errors());
    return {};
}

}  // namespace konbit::accounts
