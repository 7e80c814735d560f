// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/history/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

using ClaimId = Id<struct ClaimTag>;

enum class ClaimState {
    unproven,  ///< The link sent to the person's address was not followed yet.
    open,      ///< Waits for whoever keeps the directory of the country.
    approved,
    declined,
};
constexpr auto names(ClaimState) {
    return std::to_array<std::string_view>({"unproven", "open", "approved", "declined"});
}

/// Somebody asks to keep the record of an organization or a cluster (glossary: "claim").
struct ClaimRequest {
    ClaimId id{};
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    std::string country_code;
    std::string name;   ///< Of the person, 1-200 code points.
    std::string email;  ///< An account of this address gets the role when the claim is granted.
    std::string language = "en";
    std::optional<std::string> note;  ///< Who the person is there, in their own words.
    bool is_on_domain = false;        ///< The address is one of the record's own web domain.
    ClaimState state = ClaimState::unproven;
    std::optional<std::string> reason;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
    std::int64_t version = 1;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ClaimRequest::id, Access::read_only),
            field("kind", &ClaimRequest::kind, Access::read_only),
            field("record_id", &ClaimRequest::record_id, Access::read_only),
            field("country_code", &ClaimRequest::country_code, Access::read_only),
            field("name", &ClaimRequest::name, Access::read_only),
            field("email", &ClaimRequest::email, Access::read_only),
            field("language", &ClaimRequest::language, Access::read_only),
            field("note", &ClaimRequest::note, Access::read_only),
            field("is_on_domain", &ClaimRequest::is_on_domain, Access::read_only),
            field("state", &ClaimRequest::state, Access::read_only),
            field("reason", &ClaimRequest::reason, Access::read_only),
            field("decided_by", &ClaimRequest::decided_by, Access::never_sent),
            field("decided_at", &ClaimRequest::decided_at, Access::read_only),
            field("version", &ClaimRequest::version, Access::read_only),
            field("created_at", &ClaimRequest::created_at, Access::read_only),
        };
    }
};

/// A claim as those see it who decide on it.
struct ClaimLine : ClaimRequest {
    std::string record_name;
    std::string record_slug;
    std::optional<std::string> website;
    bool is_claimed = false;  ///< Somebody keeps the record already.

    static constexpr auto fields() {
        return std::tuple_cat(ClaimRequest::fields(),
                              std::tuple{field("record_name", &ClaimLine::record_name, Access::read_only),
                                         field("record_slug", &ClaimLine::record_slug, Access::read_only),
                                         field("website", &ClaimLine::website, Access::read_only),
                                         field("is_claimed", &ClaimLine::is_claimed, Access::read_only)});
    }
};

}  // namespace konbit
