// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/fingerprint.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace konbit::duplicates {

namespace {

constexpr auto shared_hosts = std::to_array<std::string_view>(
    {"blogspot.com", "business.site",    "etsy.com",    "facebook.com",  "fb.com",       "fb.me",
     "gmail.com",    "google.com",       "hotmail.com", "instagram.com", "linkedin.com", "linktr.ee",
     "outlook.com",  "sites.google.com", "twitter.com", "wa.me",         "weebly.com",   "whatsapp.com",
     "wixsite.com",  "wordpress.com",    "x.com",       "yahoo.com",     "youtube.com"});

bool is_shared(std::string_view host) {
    return std::ranges::any_of(shared_hosts, [host](std::string_view shared) {
        return host == shared || (host.ends_with(shared) && host[host.size() - shared.size() - 1] == '.');
    });
}

std::string without_blanks(std::string folded) {
    std::erase(folded, ' ');
    return folded;
}

constexpr std::size_t fewest_digits = 7, compared_digits = 10;

}  // namespace

Fingerprint fingerprint(const Described& organization) {
    return {
        name_key(text::fold(organization.name)),
        without_blanks(text::fold(organization.acronym.value_or(""))),
        organization.country_code,
        domain_of(organization.website.value_or("")),
        phone_key(organization.phone.value_or("")),
    };
}

std::string domain_of(std::string_view website) {
    if (const auto scheme = website.find("://"); scheme != std::string_view::npos)
        website.remove_prefix(scheme + 3);
    std::string host(website.substr(0, website.find_first_of("/?#:")));
    std::ranges::transform(host, host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (host.starts_with("www.")) host.erase(0, 4);
    return host.find('.') == std::string::npos || is_shared(host) ? "" : host;
}

std::string phone_key(std::string_view phone) {
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < fewest_digits) return {};
    return digits.size() > compared_digits ? digits.substr(digits.size() - compared_digits) : digits;
}

}  // namespace konbit::duplicates
