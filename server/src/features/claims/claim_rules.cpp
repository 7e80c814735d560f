// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_rules.hpp"

#include "core/text.hpp"
#include "features/mail/mail.hpp"
#include "features/organizations/listing_rules.hpp"

#include <algorithm>
#include <array>

namespace konbit {

namespace {

constexpr int longest_note = 1000;

/// Sites and mailboxes that many share: an address there proves nothing.
constexpr auto shared_domains = std::to_array<std::string_view>(
    {"gmail.com",   "googlemail.com", "yahoo.com",    "hotmail.com",   "outlook.com",
     "live.com",    "icloud.com",     "aol.com",      "proton.me",     "protonmail.com",
     "gmx.com",     "mail.com",       "facebook.com", "instagram.com", "linkedin.com",
     "wixsite.com", "wordpress.com",  "blogspot.com", "weebly.com",    "business.site"});

std::string lower(std::string_view text) {
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return folded;
}

/// "spice.example" from "https://www.spice.example:8080/about".
std::string host_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    std::string host = lower(url.substr(0, url.find_first_of(":/?#")));
    return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_within(std::string_view host, std::string_view domain) {
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                              host[host.size() - domain.size() - 1] == '.');
}

}  // namespace

Result<ClaimRequest> checked(ClaimRequest claim) {
    claim.name = text::trim(claim.name);
    claim.email = text::trim(claim.email);
    tidy(claim.note);
    Findings findings;
    check_name(findings, claim.name);
    findings.require(mail::is_address(claim.email), "/email", "not_an_email");
    check_length(findings, "/note", claim.note, longest_note);
    return std::move(findings).or_value(std::move(claim));
}

bool is_on_domain(std::string_view email, const std::optional<std::string>& website) {
    const auto at = email.rfind('@');
    if (!website || at == email.npos) return false;
    const std::string domain = host_of(*website);
    const bool is_shared = std::ranges::any_of(
        shared_domains, [&](std::string_view shared) { return is_within(domain, shared); });
    return !is_shared && domain.find('.') != domain.npos && is_within(host_of(email.substr(at + 1)), domain);
}

}  // namespace konbit
