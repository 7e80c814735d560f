// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/wave.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// A picture of a network without names that goes to a funder: asked for with a purpose, let go by a second
/// person, drawn anew for each file, and only for a while (networks.md 5, rule 6).
namespace konbit {

using BlindMapRequestId = Id<struct BlindMapRequestTag>;

enum class BlindMapState {
    waiting,   ///< For a second person.
    approved,  ///< Files may be taken out until it expires.
    declined,  ///< `reason` says why.
};
constexpr auto names(BlindMapState) {
    return std::to_array<std::string_view>({"waiting", "approved", "declined"});
}

struct BlindMapRequest {
    BlindMapRequestId id{};
    WaveId wave_id{};
    std::string recipient;  ///< Who gets the picture: 1-120 characters.
    std::string purpose;    ///< What for: 1-500 characters.
    BlindMapState state = BlindMapState::waiting;
    std::optional<std::string> reason;
    AccountId asked_by{};
    Instant asked_at{};
    std::optional<AccountId> decided_by;  ///< Never who asked.
    std::optional<Instant> decided_at;
    std::optional<Instant> expires_at;  ///< From then on an approval gives no more files.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &BlindMapRequest::id, Access::read_only),
            field("wave_id", &BlindMapRequest::wave_id, Access::read_only),
            field("recipient", &BlindMapRequest::recipient),
            field("purpose", &BlindMapRequest::purpose),
            field("state", &BlindMapRequest::state, Access::read_only),
            field("reason", &BlindMapRequest::reason, Access::read_only),
            field("asked_by", &BlindMapRequest::asked_by, Access::read_only),
            field("asked_at", &BlindMapRequest::asked_at, Access::read_only),
            field("decided_by", &BlindMapRequest::decided_by, Access::read_only),
            field("decided_at", &BlindMapRequest::decided_at, Access::read_only),
            field("expires_at", &BlindMapRequest::expires_at, Access::read_only),
            field("version", &BlindMapRequest::version, Access::read_only),
        };
    }
};

/// A request with what whoever decides on it has to know; nobody's answers.
struct BlindMapLine : BlindMapRequest {
    std::string cluster;
    std::string wave;
    std::string asked_by_name;
    std::optional<std::string> decided_by_name;
    std::int64_t files = 0;  ///< That left under it.

    static constexpr auto fields() {
        return std::tuple_cat(BlindMapRequest::fields(),
                              std::tuple{
                                  field("cluster", &BlindMapLine::cluster, Access::read_only),
                                  field("wave", &BlindMapLine::wave, Access::read_only),
                                  field("asked_by_name", &BlindMapLine::asked_by_name, Access::read_only),
                                  field("decided_by_name", &BlindMapLine::decided_by_name, Access::read_only),
                                  field("files", &BlindMapLine::files, Access::read_only),
                              });
    }
};

namespace blind_maps {

/// How long an approval lasts: 30 days.
inline constexpr std::int64_t validity_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;

/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<BlindMapRequest> checked(BlindMapRequest request);

/// @return ErrorCode::invalid when nothing is said, or more than 500 characters.
Result<std::string> checked_reason(std::string_view reason);

}  // namespace blind_maps

}  // namespace konbit
