// SPDX-License-Identifier: Apache-2.0
#include "features/mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace konbit::mail {

namespace {

constexpr std::size_t longest_plain_header = 60;
constexpr std::size_t longest_line = 76;
constexpr std::size_t header_begin = std::string_view("Subject: ").size();
constexpr std::size_t longest_encoded_word = 75;
constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_printable(char c) { return c >= 0x20 && c < 0x7f; }

std::string escaped(char c) { return fmt::format("={:02X}", static_cast<unsigned char>(c)); }

std::string in_encoded_word(char c) {
    if (c == ' ') return "_";
    return is_letter_or_digit(c) ? std::string(1, c) : escaped(c);
}

/// How many bytes the UTF-8 sequence has that begins with `lead`.
std::size_t sequence_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

std::string encoded_words(std::string_view text) {
    std::string all(word_begin);
    std::size_t used = header_begin + word_begin.size() + word_end.size();
    while (!text.empty()) {
        const auto length = std::min(sequence_length(text[0]), text.size());
        std::string letter;
        for (const char c : text.substr(0, length)) letter += in_encoded_word(c);
        if (used + letter.size() > longest_encoded_word) {
            all.append(word_end).append("\r\n ").append(word_begin);
            used = word_begin.size() + word_end.size();
        }
        all += letter;
        used += letter.size();
        text.remove_prefix(length);
    }
    return all.append(word_end);
}

std::string address_header(std::string_view name, std::string_view address) {
    if (name.empty()) return std::string(address);
    return fmt::format("{}\r\n <{}>", header_name(name), address);
}

std::string quoted_line(std::string_view line) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool is_last = i + 1 == line.size();
        const bool is_plain =
            c != '=' && (is_printable(c) || c == '\t') && !(is_last && (c == ' ' || c == '\t'));
        const std::string piece = is_plain ? std::string(1, c) : escaped(c);
        if (column + piece.size() > longest_line - 1) {  // one column is kept for the soft line break
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
    return out;
}

}  // namespace

std::string header_text(std::string_view text) {
    const bool is_plain = text.size() <= longest_plain_header && std::ranges::all_of(text, is_printable) &&
                          text.find("=?") == text.npos;
    return is_plain ? std::string(text) : encoded_words(text);
}

std::string header_name(std::string_view name) {
    const bool is_plain = name.size() <= longest_plain_header &&
                          std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == ' '; });
    return is_plain ? std::string(name) : encoded_words(name);
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out += quoted_line(text.substr(0, end)) + "\r\n";
        if (end == text.npos) break;
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string message_date(Instant at) {
    static constexpr std::array days{"Thu", "Fri", "Sat", "Sun",
                                     "Mon", "Tue", "Wed"};  // 1970 began on a Thursday
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date date = utc_date(at);
    const auto second = (at - start_of(date)) / second_ms;
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[static_cast<std::size_t>(date.days % 7)],
                       date.day(), months[static_cast<std::size_t>(date.month() - 1)], date.year(),
                       second / 3600, second / 60 % 60, second % 60);
}

std::string message(const Mail& mail, const Sender& sender, const MailId& id, Instant date) {
    std::string out;
    const auto header = [&](std::string_view name, std::string_view value) {
        out.append(name).append(": ").append(value).append("\r\n");
    };
    header("Date", message_date(date));
    header("From", address_header(sender.name, sender.address));
    header("To", address_header(mail.recipient_name, mail.recipient));
    header("Message-ID", fmt::format("<{}@{}>", id.view(), sender.host()));
    header("Subject", header_text(mail.subject));
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "quoted-printable");
    header("Content-Language", mail.language);
    header("Auto-Submitted", "auto-generated");
    if (!mail.unsubscribe_url.empty()) {
        header("List-Unsubscribe", "<" + mail.unsubscribe_url + ">");
        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return out.append("\r\n").append(quoted_printable(mail.body));
}

}  // namespace konbit::mail
