// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_rules.hpp"

#include "features/letters/letter_store.hpp"
#include "features/mail/mail.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/reference_book.hpp"
#include "http/request.hpp"

#include <algorithm>

namespace konbit {

namespace {

constexpr int longest_note = 1000;

/// Who was spoken to could object at once; who was written to has time to.
int days_to_wait(LetterChannel channel) {
    const bool was_spoken_to = channel == LetterChannel::phone || channel == LetterChannel::visit;
    return was_spoken_to ? 0 : letters::days_to_answer;
}

}  // namespace

Result<Letter> checked(Letter letter, Date today) {
    tidy(letter.address);
    tidy(letter.note);
    const bool is_mail = letter.channel == LetterChannel::mail;
    if (is_mail || letter.written_on == Date{}) letter.written_on = today;
    Findings findings;
    if (is_mail)
        findings.require(letter.address && mail::is_address(*letter.address), "/address", "not_an_email");
    else
        letter.address.reset();
    findings.require(is_mail || letter.note, "/note", "required");
    check_length(findings, "/note", letter.note, longest_note);
    findings.require(letter.written_on <= today, "/written_on", "in_future");
    letter.due_on = Date{letter.written_on.days + days_to_wait(letter.channel)};
    return std::move(findings).or_value(std::move(letter));
}

std::string language_of_country(std::string_view country_code) {
    const auto* country = reference().country(country_code);
    if (country != nullptr)
        for (const auto& language : country->languages)
            if (std::ranges::find(http::known_languages, std::string_view(language)) !=
                http::known_languages.end())
                return language;
    return std::string(http::known_languages.front());
}

}  // namespace konbit
