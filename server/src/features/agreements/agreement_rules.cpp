// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/agreement_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing.hpp"
#include "features/organizations/listing_rules.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit {

namespace {

constexpr int longest_obligation = 500;

void tidy_texts(Agreement& agreement) {
    agreement.title = text::trim(agreement.title);
    tidy(agreement.document_url);
    for (auto& party : agreement.parties) party.name = text::trim(party.name);
    for (auto& obligation : agreement.obligations) {
        obligation.text = text::trim(obligation.text);
        tidy(obligation.owner);
    }
    agreement.sort_key = text::sort_key(agreement.title);
}

void check_text(Findings& findings, const std::string& pointer, const std::string& text, int longest) {
    findings.require(!text.empty(), pointer, "required");
    check_length(findings, pointer, text, longest);
}

void check_visibility(Findings& findings, const Agreement& agreement) {
    const bool is_known = agreement.visibility == Visibility::private_ ||
                          agreement.visibility == Visibility::cluster ||
                          agreement.visibility == Visibility::public_;
    findings.require(is_known, "/visibility", "not_allowed");
    const bool all_agree = std::ranges::all_of(agreement.parties, &AgreementParty::agrees_to_publish);
    findings.require(agreement.visibility != Visibility::public_ || all_agree, "/visibility",
                     "parties_not_agreed");
}

}  // namespace

Result<AgreementProfile> checked(AgreementProfile agreement) {
    tidy_texts(agreement);
    Findings findings;
    check_text(findings, "/title", agreement.title, longest_name);
    findings.require(agreement.cluster_id.has_value() != agreement.organization_id.has_value(), "/cluster_id",
                     "one_keeper");
    findings.require(agreement.parties.size() >= 2, "/parties", "two_parties");
    for (std::size_t i = 0; i < agreement.parties.size(); ++i)
        check_text(findings, fmt::format("/parties/{}/name", i), agreement.parties[i].name, longest_name);
    for (std::size_t i = 0; i < agreement.obligations.size(); ++i)
        check_text(findings, fmt::format("/obligations/{}/text", i), agreement.obligations[i].text,
                   longest_obligation);
    findings.require(
        !agreement.valid_from || !agreement.valid_until || *agreement.valid_until >= *agreement.valid_from,
        "/valid_until", "before_start");
    check_url(findings, "/document_url", agreement.document_url);
    check_visibility(findings, agreement);
    return std::move(findings).or_value(std::move(agreement));
}

}  // namespace konbit
