// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/research/research.hpp"

namespace konbit {

namespace {

constexpr std::size_t longest_recipient = 120;
constexpr std::size_t longest_purpose = 500;
constexpr std::size_t longest_agreement = 4000;

void check_text(Findings& findings, std::string_view pointer, std::string& text, std::size_t longest) {
    text = text::trim(text);
    findings.require(!text.empty(), pointer, "required");
    findings.require(text::length(text) <= longest, pointer, "too_long", {{"max", std::to_string(longest)}});
}

}  // namespace

Result<ResearchRequest> checked(ResearchRequest request, Date today) {
    Findings findings;
    check_text(findings, "/recipient", request.recipient, longest_recipient);
    check_text(findings, "/purpose", request.purpose, longest_purpose);
    check_text(findings, "/agreement", request.agreement, longest_agreement);
    check_text(findings, "/agreed_by", request.agreed_by, longest_recipient);
    findings.require(request.agreed_on <= today, "/agreed_on", "in_future");
    return std::move(findings).or_value(std::move(request));
}

}  // namespace konbit
