// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// What organizations and clusters say of themselves beyond their listing (docs/users/profiles.md).
namespace konbit {

/// Where in the making and selling of a product somebody works.
enum class ValueChainStage { inputs, production, processing, packaging, distribution, retail, services };
constexpr auto names(ValueChainStage) {
    return std::to_array<std::string_view>(
        {"inputs", "production", "processing", "packaging", "distribution", "retail", "services"});
}

/// The parts in which a profile is shown, edited and confirmed.
enum class ProfileSection {
    identity,    ///< Names, legal form, year, size.
    place,       ///< Country, locality, point on the map.
    sector,      ///< Sectors and value-chain stages.
    purpose,     ///< Description, and the objectives of a cluster.
    offer,       ///< Services, offers and needs.
    capability,  ///< Machines, certificates, capacity.
    reach,       ///< Markets, languages, links, networks.
};
constexpr auto names(ProfileSection) {
    return std::to_array<std::string_view>(
        {"identity", "place", "sector", "purpose", "offer", "capability", "reach"});
}

/// Something that is done for others, usually by a support organization.
struct OfferedService {
    Localized name;
    Localized detail;  ///< For whom and how; may be empty.

    static constexpr auto fields() {
        return std::tuple{field("name", &OfferedService::name), field("detail", &OfferedService::detail)};
    }
};

enum class OfferKind { product, service, skill, equipment, space, finance, partner, other };
constexpr auto names(OfferKind) {
    return std::to_array<std::string_view>(
        {"product", "service", "skill", "equipment", "space", "finance", "partner", "other"});
}

/// What somebody offers to others, or looks for.
struct Offer {
    OfferKind kind = OfferKind::other;
    Localized text;
    std::optional<Date> until;  ///< Last day on which it holds; empty when it has no end.

    static constexpr auto fields() {
        return std::tuple{field("kind", &Offer::kind), field("text", &Offer::text),
                          field("until", &Offer::until)};
    }
};

enum class SocialNetwork { facebook, instagram, linkedin, youtube, tiktok, x, whatsapp, other };
constexpr auto names(SocialNetwork) {
    return std::to_array<std::string_view>(
        {"facebook", "instagram", "linkedin", "youtube", "tiktok", "x", "whatsapp", "other"});
}

struct SocialLink {
    SocialNetwork network = SocialNetwork::other;
    std::string url;

    static constexpr auto fields() {
        return std::tuple{field("network", &SocialLink::network), field("url", &SocialLink::url)};
    }
};

/// A network, association or chamber that the organization or cluster belongs to.
struct Affiliation {
    std::string name;
    std::optional<std::string> url;

    static constexpr auto fields() {
        return std::tuple{field("name", &Affiliation::name), field("url", &Affiliation::url)};
    }
};

/// Where a section of a profile can be checked.
struct SectionEvidence {
    ProfileSection section = ProfileSection::identity;
    std::string url;

    static constexpr auto fields() {
        return std::tuple{field("section", &SectionEvidence::section), field("url", &SectionEvidence::url)};
    }
};

/// The day on which the people of the record last said that a section is right.
struct SectionConfirmation {
    ProfileSection section = ProfileSection::identity;
    Date confirmed_on;

    static constexpr auto fields() {
        return std::tuple{field("section", &SectionConfirmation::section),
                          field("confirmed_on", &SectionConfirmation::confirmed_on)};
    }
};

/// The part of a profile that organizations and clusters share.
struct ProfileDetails {
    Localized names;                           ///< The name in other languages than its own.
    Localized acronyms;                        ///< The same of the acronym.
    std::optional<std::string> legal_form;     ///< In the words of its country: "friendly society".
    std::vector<std::string> further_sectors;  ///< ISIC divisions beside the main one, which is `sector`.
    std::vector<ValueChainStage> value_chain_stages;
    std::vector<OfferedService> services;
    std::vector<Offer> offers;
    std::vector<Offer> needs;
    std::vector<std::string> markets;    ///< Countries sold to, ISO 3166-1 alpha-2, of the whole world.
    std::vector<std::string> languages;  ///< Spoken at work, ISO 639.
    std::vector<SocialLink> social_links;
    std::vector<Affiliation> affiliations;
    std::vector<SectionEvidence> evidence;  ///< At most one per section.
    std::vector<SectionConfirmation>
        confirmations;  ///< At most one per section; made by saving, never given.

    static constexpr auto fields() {
        return std::tuple{
            field("names", &ProfileDetails::names),
            field("acronyms", &ProfileDetails::acronyms),
            field("legal_form", &ProfileDetails::legal_form),
            field("further_sectors", &ProfileDetails::further_sectors),
            field("value_chain_stages", &ProfileDetails::value_chain_stages),
            field("services", &ProfileDetails::services),
            field("offers", &ProfileDetails::offers),
            field("needs", &ProfileDetails::needs),
            field("markets", &ProfileDetails::markets),
            field("languages", &ProfileDetails::languages),
            field("social_links", &ProfileDetails::social_links),
            field("affiliations", &ProfileDetails::affiliations),
            field("evidence", &ProfileDetails::evidence),
            field("confirmations", &ProfileDetails::confirmations, Access::read_only),
        };
    }
};

}  // namespace konbit
