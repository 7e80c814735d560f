// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

/// Organizations outside the cluster about which a wave asks (QuestionKey::external_ties). They stand in its
/// frozen roster behind the members, never answer, and count in no response rate and in no figure of the
/// members' network.
namespace konbit {

/// What an external organization is to the cluster.
enum class ExternalKind { university, government, buyer, support_organization, other };
constexpr auto names(ExternalKind) {
    return std::to_array<std::string_view>(
        {"university", "government", "buyer", "support_organization", "other"});
}

/// An organization outside the cluster on the roster of a wave.
struct External {
    WaveMemberId id{};
    std::optional<OrganizationId> organization_id;  ///< Empty: it was typed in.
    std::string label;                              ///< 1-60 code points.
    ExternalKind kind = ExternalKind::other;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &External::id, Access::read_only),
            field("organization_id", &External::organization_id),
            field("label", &External::label),
            field("kind", &External::kind),
        };
    }
};

namespace externals {

/// More would not be answered.
inline constexpr std::size_t most_externals = 60;

/// About which organizations a wave asks.
struct ExternalList {
    std::vector<External> externals;  ///< By kind, then by name.

    static constexpr auto fields() { return std::tuple{field("externals", &ExternalList::externals)}; }
};

/// The list as a wave can ask about it: labels trimmed, by kind and name.
/// @return ErrorCode::invalid with "/externals" "too_long"; "/externals/N/label" "required", "too_long",
/// "repeated".
Result<ExternalList> checked(ExternalList list);

}  // namespace externals

}  // namespace konbit
