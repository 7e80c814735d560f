// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/links/answer_cookie.hpp"
#include "features/links/invitation.hpp"

#include <string>
#include <vector>

/// One person, several organizations: as which one it answers. Each organization has answers of its own.
namespace konbit::hats {

/// An organization for which the holder of a link answers in the same wave.
struct Hat {
    WaveMemberId member_id{};
    std::string label;
    RespondentState state = RespondentState::invited;
    bool is_worn = false;  ///< The one whose link is open.

    static constexpr auto fields() {
        return std::tuple{
            field("member_id", &Hat::member_id),
            field("label", &Hat::label),
            field("state", &Hat::state),
            field("is_worn", &Hat::is_worn),
        };
    }
};

/// The organizations whose one contact in this cluster is the person to whom this link was given, in the
/// order of the roster: the same entry among the people of the cluster, or one of the same name and e-mail
/// address, reachable, who did not take back that it may be written to. An address or a name alone is no
/// proof. A member that several people answer for is nobody's hat.
/// @return Nothing when there is no other one.
std::vector<Hat> list_hats(db::Session& db, const Respondent& by);

/// What opens the answers of another of these organizations.
/// @return ErrorCode::not_found for a member that is none of them.
Result<links::AnswerPass> pass_for(db::Session& db, const Respondent& by, const WaveMemberId& member,
                                   Instant now);

}  // namespace konbit::hats
