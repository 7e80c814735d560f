// SPDX-License-Identifier: Apache-2.0
#include "features/profiles/profile_words.hpp"

namespace konbit {

namespace {

void add(std::string& words, const Localized& texts) {
    for (const auto& [language, text] : texts.texts) words += ' ' + text;
}

void add(std::string& words, const std::vector<Offer>& offers) {
    for (const auto& offer : offers) add(words, offer.text);
}

}  // namespace

std::string aliases_of(const ProfileDetails& details) {
    std::string words;
    add(words, details.names);
    add(words, details.acronyms);
    return words;
}

std::string words_of(const ProfileDetails& details) {
    std::string words;
    for (const auto& service : details.services) {
        add(words, service.name);
        add(words, service.detail);
    }
    add(words, details.offers);
    add(words, details.needs);
    for (const auto& each : details.affiliations) words += ' ' + each.name;
    return words;
}

std::string words_of(const CapabilityCard& card) {
    std::string words;
    for (const auto& machine : card.machines) words += ' ' + machine.name;
    for (const auto& certificate : card.certificates) words += ' ' + certificate.name;
    for (const auto& capacity : card.capacities) words += ' ' + capacity.product;
    return words;
}

}  // namespace konbit
