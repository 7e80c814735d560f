// SPDX-License-Identifier: Apache-2.0
#include "features/mail/mail.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace konbit::mail {

namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_header_text = 200;
constexpr std::size_t longest_body = 64 * 1024;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_one_line(std::string_view text) {
    return std::ranges::none_of(text, is_control) && text::is_utf8(text);
}

bool stands_in_address(char c) {
    return c > 0x20 && c < 0x7f && std::string_view(R"(()<>[]:;,\")").find(c) == std::string_view::npos;
}

/// Tabs and line ends are the only control characters of a plain text.
bool is_plain_text(std::string_view text) {
    return text::is_utf8(text) &&
           std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
}

}  // namespace

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && at + 1 < text.size() && text.rfind('@') == at &&
           text.size() <= longest_address && text[0] != '-' && std::ranges::all_of(text, stands_in_address);
}

Result<Mail> checked(Mail mail) {
    Findings findings;
    findings.require(is_address(mail.recipient), "/recipient", "not_an_address");
    findings.require(is_one_line(mail.recipient_name), "/recipient_name", "control_character");
    findings.require(mail.recipient_name.size() <= longest_header_text, "/recipient_name", "too_long");
    findings.require(!mail.subject.empty(), "/subject", "required");
    findings.require(is_one_line(mail.subject), "/subject", "control_character");
    findings.require(mail.subject.size() <= longest_header_text, "/subject", "too_long");
    findings.require(!mail.body.empty(), "/body", "required");
    findings.require(is_plain_text(mail.body), "/body", "control_character");
    findings.require(mail.body.size() <= longest_body, "/body", "too_long");
    findings.require(!mail.language.empty() && std::ranges::all_of(mail.language, stands_in_address),
                     "/language", "not_allowed");
    findings.require(mail.unsubscribe_url.find_first_of("<> \r\n\t") == std::string::npos, "/unsubscribe_url",
                     "control_character");
    return std::move(findings).or_value(std::move(mail));
}

std::optional<Sender> Sender::parse(std::string_view text) {
    Sender sender{.address = std::string(text), .name = {}};
    if (const auto open = text.find('<'); open != text.npos && text.ends_with('>')) {
        sender.address = text.substr(open + 1, text.size() - open - 2);
        sender.name = text::trim(text.substr(0, open));
    }
    if (!is_address(sender.address) || !is_one_line(sender.name)) return std::nullopt;
    return sender;
}

std::string_view Sender::host() const { return std::string_view(address).substr(address.find('@') + 1); }

}  // namespace konbit::mail
