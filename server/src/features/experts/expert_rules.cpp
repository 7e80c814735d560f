// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_rules.hpp"

#include "core/text.hpp"
#include "core/type.hpp"
#include "features/mail/mail.hpp"
#include "features/organizations/listing.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit {

namespace {

constexpr int longest_headline = 160;
constexpr int longest_topic = 60;
constexpr std::size_t most_topics = 12;
constexpr int longest_engagement_topic = 120;

void tidy_texts(ExpertDraft& expert) {
    expert.name = text::trim(expert.name);
    expert.headline = text::trim(expert.headline);
    expert.email = text::trim(expert.email);
    tidy(expert.about);
    for (auto& topic : expert.topics) topic = text::trim(topic);
    std::erase(expert.topics, std::string());
    for (auto& engagement : expert.engagements) {
        engagement.topic = text::trim(engagement.topic);
        tidy(engagement.for_whom);
        tidy(engagement.source);
    }
    expert.sort_key = text::sort_key(expert.name);
    if (!expert.email.empty()) expert.contact_email = expert.email;
}

void check_topics(Findings& findings, const std::vector<std::string>& topics) {
    findings.require(topics.size() <= most_topics, "/topics", "too_many");
    for (std::size_t i = 0; i < topics.size(); ++i)
        check_length(findings, fmt::format("/topics/{}", i), topics[i], longest_topic);
}

void check_engagement(Findings& findings, const std::string& pointer, const Engagement& engagement) {
    check_country(findings, pointer + "/country_code", engagement.country_code);
    findings.require(!engagement.topic.empty(), pointer + "/topic", "required");
    check_length(findings, pointer + "/topic", engagement.topic, longest_engagement_topic);
    check_length(findings, pointer + "/for_whom", engagement.for_whom, longest_name);
    check_length(findings, pointer + "/source", engagement.source, longest_name);
    findings.require(
        !engagement.starts_on || !engagement.ends_on || *engagement.ends_on >= *engagement.starts_on,
        pointer + "/ends_on", "before_start");
}

}  // namespace

Result<Expert> checked(ExpertDraft draft) {
    tidy_texts(draft);
    Findings findings;
    check_name(findings, draft.name);
    check_slug(findings, draft.slug);
    findings.require(draft.slug != "consent", "/slug", "taken");
    findings.require(!draft.headline.empty(), "/headline", "required");
    check_length(findings, "/headline", draft.headline, longest_headline);
    for (const auto& [language, text] : draft.about.texts)
        check_length(findings, "/about/" + language, text, longest_description);
    check_codes(findings, "/objectives", "objective", draft.objectives);
    check_topics(findings, draft.topics);
    check_codes(findings, "/languages", "language", draft.languages);
    findings.require(!draft.countries.empty(), "/countries", "required");
    check_codes(findings, "/countries", "country", draft.countries);
    check_code(findings, "/mail_language", "language", draft.mail_language);
    findings.require(mail::is_address(draft.contact_email), "/email", "not_an_email");
    for (std::size_t i = 0; i < draft.engagements.size(); ++i)
        check_engagement(findings, fmt::format("/engagements/{}", i), draft.engagements[i]);
    return std::move(findings).or_value(static_cast<Expert>(std::move(draft)));
}

bool reads_differently(const Expert& before, const Expert& after) {
    const Type& type = type_of<Expert>();
    return std::ranges::any_of(type.fields, [&](const FieldInfo& field) {
        const bool is_read = field.access == Access::read_write && field.name != "mail_language";
        return is_read && !equal(field.type(), field.in(&before), field.in(&after));
    });
}

}  // namespace konbit
