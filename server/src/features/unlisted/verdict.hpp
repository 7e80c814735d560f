// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/duplicates/duplicate_store.hpp"
#include "features/unlisted/unlisted.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the facilitator reads of unlisted organizations, and says of them. Who named one is nowhere in it.
namespace konbit::unlisted {

/// A member of the roster that a named organization may be.
struct AlikeMember {
    WaveMemberId id{};
    std::string label;
    double score = 0;  ///< 0 to 1, at least duplicates::possible.

    static constexpr auto fields() {
        return std::tuple{field("id", &AlikeMember::id), field("label", &AlikeMember::label),
                          field("score", &AlikeMember::score)};
    }
};

/// One organization as far as spelling tells: whoever wrote the same name, but for accents, capitals and the
/// legal form, in the same country.
struct UnlistedGroup {
    std::vector<UnlistedId> ids;              ///< One for each respondent who named it, in no order.
    std::string name;                         ///< The spelling that most used.
    std::optional<std::string> country_code;  ///< Empty: outside of the region.
    std::optional<std::string> locality;      ///< Empty unless somebody gave one.
    OrganizationKind kind = OrganizationKind::firm;
    std::int64_t named_by = 0;  ///< Members who know it.
    UnlistedVerdict verdict = UnlistedVerdict::pending;
    std::optional<OrganizationId> organization_id;  ///< Its record, once accepted.
    std::vector<AlikeMember> members;               ///< While pending: members that it may be.
    std::vector<duplicates::Duplicate> directory;   ///< While pending: records that it may be.
    std::vector<std::string> alike;                 ///< While pending: other names here that resemble it.

    static constexpr auto fields() {
        return std::tuple{
            field("ids", &UnlistedGroup::ids),
            field("name", &UnlistedGroup::name),
            field("country_code", &UnlistedGroup::country_code),
            field("locality", &UnlistedGroup::locality),
            field("kind", &UnlistedGroup::kind),
            field("named_by", &UnlistedGroup::named_by),
            field("verdict", &UnlistedGroup::verdict),
            field("organization_id", &UnlistedGroup::organization_id),
            field("members", &UnlistedGroup::members),
            field("directory", &UnlistedGroup::directory),
            field("alike", &UnlistedGroup::alike),
        };
    }
};

struct UnlistedGroups {
    std::vector<UnlistedGroup> items;

    static constexpr auto fields() { return std::tuple{field("items", &UnlistedGroups::items)}; }
};

/// What the facilitator says of some of them.
struct GivenVerdict {
    std::vector<UnlistedId> ids;  ///< At least one, of the wave.
    UnlistedVerdict verdict = UnlistedVerdict::pending;
    std::optional<WaveMemberId> member_id;  ///< With merged, and only then.
    std::optional<OrganizationId>
        organization_id;  ///< With accepted: the record of the directory that it is.

    static constexpr auto fields() {
        return std::tuple{
            field("ids", &GivenVerdict::ids),
            field("verdict", &GivenVerdict::verdict),
            field("member_id", &GivenVerdict::member_id),
            field("organization_id", &GivenVerdict::organization_id),
        };
    }
};

}  // namespace konbit::unlisted
