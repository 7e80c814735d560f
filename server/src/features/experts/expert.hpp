// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/time.hpp"
#include "features/permission/register_capabilities.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// The text to which experts agree (locale keys `expert.consent.*`). Another text has another version, and
/// is agreed to anew.
inline constexpr std::string_view expert_consent_version = "1";

/// One piece of work that an expert has done for a cluster or somebody around it.
struct Engagement {
    std::string country_code;
    std::string topic;                    ///< 1-120 code points.
    std::optional<std::string> for_whom;  ///< The cluster or organization, in words.
    std::optional<ClusterId> cluster_id;  ///< When it is in the directory.
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::optional<std::string> source;

    static constexpr auto fields() {
        return std::tuple{
            field("country_code", &Engagement::country_code),
            field("topic", &Engagement::topic),
            field("for_whom", &Engagement::for_whom),
            field("cluster_id", &Engagement::cluster_id),
            field("starts_on", &Engagement::starts_on),
            field("ends_on", &Engagement::ends_on),
            field("source", &Engagement::source),
        };
    }
};

/// Somebody whose advice clusters ask for (glossary: "expert").
struct Expert {
    ExpertId id{};
    std::string slug;  ///< The web address under /experts/; made from the name when none is given.
    std::string name;
    std::string headline;  ///< What the expert does, in a line of at most 160 code points.
    Localized about;
    std::vector<std::string> objectives;  ///< Codes of reference list "objective".
    std::vector<std::string> topics;      ///< In the expert's own words.
    std::vector<std::string> languages;   ///< ISO 639 codes of reference list "language".
    std::vector<std::string> countries;   ///< Where the expert works; at least one.
    std::optional<OrganizationId> organization_id;
    std::vector<Engagement> engagements;
    std::string contact_email;          ///< To which messages are passed on; shown to nobody.
    std::string mail_language = "en";   ///< Of the mail to the expert.
    std::int64_t link_version = 1;      ///< Of the personal link, from 1.
    std::optional<Instant> invited_at;  ///< When the expert was last asked to confirm.
    std::optional<std::string> consent_version;
    std::optional<Instant> consented_at;  ///< Set: the profile is public.
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Expert::id, Access::read_only),
            field("slug", &Expert::slug).defaulted(),
            field("name", &Expert::name),
            field("headline", &Expert::headline),
            field("about", &Expert::about).defaulted(),
            field("objectives", &Expert::objectives),
            field("topics", &Expert::topics),
            field("languages", &Expert::languages),
            field("countries", &Expert::countries),
            field("organization_id", &Expert::organization_id),
            field("engagements", &Expert::engagements),
            field("contact_email", &Expert::contact_email, Access::never_sent),
            field("mail_language", &Expert::mail_language).defaulted(),
            field("link_version", &Expert::link_version, Access::never_sent),
            field("invited_at", &Expert::invited_at, Access::read_only),
            field("consent_version", &Expert::consent_version, Access::read_only),
            field("consented_at", &Expert::consented_at, Access::read_only),
            field("is_demo", &Expert::is_demo, Access::read_only),
            field("version", &Expert::version, Access::read_only),
            field("created_at", &Expert::created_at, Access::read_only),
            field("updated_at", &Expert::updated_at, Access::read_only),
            field("sort_key", &Expert::sort_key, Access::never_sent),
        };
    }
};

/// An expert with the own organization, where the viewer may see that.
struct ExpertProfile : Expert {
    std::optional<std::string> organization_name;
    std::optional<std::string> organization_slug;

    static constexpr auto fields() {
        return std::tuple_cat(
            Expert::fields(),
            std::tuple{
                field("organization_name", &ExpertProfile::organization_name, Access::read_only),
                field("organization_slug", &ExpertProfile::organization_slug, Access::read_only),
            });
    }
};

/// What a steward gives: the address goes in and never comes out again.
struct ExpertDraft : Expert {
    std::string email;

    static constexpr auto fields() {
        return std::tuple_cat(Expert::fields(), std::tuple{field("email", &ExpertDraft::email)});
    }
};

}  // namespace konbit
