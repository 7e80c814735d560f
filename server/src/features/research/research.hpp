// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <optional>
#include <string>

/// Answers that leave for research, without names: under a data-use agreement that is on record, and once a
/// second person has approved (networks.md 5, rules 6 and 10).
namespace konbit {

using ResearchRequestId = Id<struct ResearchRequestTag>;

enum class ResearchState {
    waiting,    ///< For a second person.
    approved,   ///< Files may be taken out.
    declined,   ///< Not for these reasons.
    withdrawn,  ///< By whoever runs the cluster.
};
constexpr auto names(ResearchState) {
    return std::to_array<std::string_view>({"waiting", "approved", "declined", "withdrawn"});
}

/// What somebody wants answers of a wave for, and what was signed.
struct ResearchRequest {
    ResearchRequestId id{};
    WaveId wave_id{};
    std::string recipient;  ///< Who gets the files: 1-120 characters.
    std::string purpose;    ///< What is to be found out: 1-500 characters.
    std::string agreement;  ///< The text that was signed, or where it is kept: 1-4000 characters.
    std::string agreed_by;  ///< Who signed for the recipient: 1-120 characters.
    Date agreed_on{};       ///< Not in the future.
    ResearchState state = ResearchState::waiting;
    std::optional<std::string> reason;  ///< Of a refusal.
    AccountId asked_by{};
    Instant asked_at{};
    std::optional<AccountId> decided_by;  ///< Never who asked.
    std::optional<Instant> decided_at;
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ResearchRequest::id, Access::read_only),
            field("wave_id", &ResearchRequest::wave_id, Access::read_only),
            field("recipient", &ResearchRequest::recipient),
            field("purpose", &ResearchRequest::purpose),
            field("agreement", &ResearchRequest::agreement),
            field("agreed_by", &ResearchRequest::agreed_by),
            field("agreed_on", &ResearchRequest::agreed_on),
            field("state", &ResearchRequest::state, Access::read_only),
            field("reason", &ResearchRequest::reason, Access::read_only),
            field("asked_by", &ResearchRequest::asked_by, Access::read_only),
            field("asked_at", &ResearchRequest::asked_at, Access::read_only),
            field("decided_by", &ResearchRequest::decided_by, Access::read_only),
            field("decided_at", &ResearchRequest::decided_at, Access::read_only),
            field("version", &ResearchRequest::version, Access::read_only),
        };
    }
};

/// A request with what whoever decides on it has to know; nobody's answers.
struct ResearchLine : ResearchRequest {
    std::string cluster;
    std::string wave;
    std::string asked_by_name;
    std::optional<std::string> decided_by_name;
    std::int64_t asked = 0;     ///< Members whom the wave asks.
    std::int64_t answered = 0;  ///< Of these, who have answered.
    std::int64_t agreed = 0;    ///< Members whose answers may leave for research: the rows of a file.

    static constexpr auto fields() {
        return std::tuple_cat(ResearchRequest::fields(),
                              std::tuple{
                                  field("cluster", &ResearchLine::cluster, Access::read_only),
                                  field("wave", &ResearchLine::wave, Access::read_only),
                                  field("asked_by_name", &ResearchLine::asked_by_name, Access::read_only),
                                  field("decided_by_name", &ResearchLine::decided_by_name, Access::read_only),
                                  field("asked", &ResearchLine::asked, Access::read_only),
                                  field("answered", &ResearchLine::answered, Access::read_only),
                                  field("agreed", &ResearchLine::agreed, Access::read_only),
                              });
    }
};

/// @param today  Of the server, UTC.
/// @return ErrorCode::invalid with "required", "too_long" or "in_future" at the fields.
Result<ResearchRequest> checked(ResearchRequest request, Date today);

}  // namespace konbit
