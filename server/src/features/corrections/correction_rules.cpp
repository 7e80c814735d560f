// SPDX-License-Identifier: Apache-2.0
#include "features/corrections/correction_rules.hpp"

#include "core/text.hpp"
#include "features/mail/mail.hpp"
#include "features/organizations/listing_rules.hpp"
#include "http/response.hpp"

namespace konbit {

namespace {

Params at_most(int longest) { return {{"max", std::to_string(longest)}}; }

bool is_longer(std::string_view text, int longest) {
    return text::length(text) > static_cast<std::size_t>(longest);
}

}  // namespace

Result<Correction> checked(Correction correction) {
    correction.text = text::trim(correction.text);
    tidy(correction.email);
    Findings findings;
    findings.require(http::is_local_path(correction.page) && correction.page.size() <= 300, "/page",
                     "not_allowed");
    findings.require(!correction.text.empty(), "/text", "required");
    findings.require(!is_longer(correction.text, longest_correction), "/text", "too_long",
                     at_most(longest_correction));
    findings.require(!correction.email || mail::is_address(*correction.email), "/email", "not_an_email");
    return std::move(findings).or_value(std::move(correction));
}

Result<std::string> checked_reason(std::string_view reason) {
    std::string trimmed = text::trim(reason);
    Findings findings;
    findings.require(!trimmed.empty(), "/reason", "required");
    findings.require(!is_longer(trimmed, longest_reason), "/reason", "too_long", at_most(longest_reason));
    return std::move(findings).or_value(std::move(trimmed));
}

}  // namespace konbit
