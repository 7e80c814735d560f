// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/introductions/advice.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::introductions {

/// The lists of a wave, as they stand now.
/// @return ErrorCode::not_found for a pilot.
Result<IntroductionAdvice> find_advice(db::Session& db, const WaveFacilitator& by);

/// Every introduction of the cluster with what later waves say of it, the newest first.
Result<IntroductionDesk> find_desk(db::Session& db, const Facilitator& by);

/// @return ErrorCode::not_found for one of another cluster.
Result<Introduction> find(db::Session& db, const Facilitator& by, const IntroductionId& id);

/// Takes up an introduction on the answers of a wave.
/// @return ErrorCode::conflict "wave_open" before the wave is closed, "already_introduced" when the two were;
///         ErrorCode::invalid with "unknown" for somebody who does not belong to the cluster, "refuses" for
///         somebody who wants none, and what checked() finds.
Result<Introduction> insert(db::Session& db, Introduction introduction, const WaveFacilitator& by,
                            const history::Occasion& at);

/// Notes how far it came. Whom it is about never changes.
Result<Introduction> update(db::Session& db, Introduction introduction, const Facilitator& by,
                            const history::Occasion& at);

/// For one that was a mistake.
Result<void> remove(db::Session& db, const Introduction& introduction, const Facilitator& by,
                    const history::Occasion& at);

/// Brings back one that was removed, under its id.
Result<void> restore(db::Session& db, const Introduction& introduction, const Facilitator& by,
                     const history::Occasion& at);

/// Notes that Konbit wrote to the people of the introduction.
void note_mailed(db::Session& db, const Introduction& introduction, Instant now);

/// Erases, with their history, what rests on the answers of a wave and on this member of it: it withdrew,
/// objected to being listed, or the time of names is over.
void forget(db::Session& db, const WaveMemberId& member);

/// One of those whom an introduction is about.
enum class IntroductionSide { one, other, introducer };
constexpr auto names(IntroductionSide) {
    return std::to_array<std::string_view>({"one", "other", "introducer"});
}

/// Says no for one of them: an introducer is no longer asked, and without one of the two there is no
/// introduction. Done twice it is the same.
/// @param wants_none  That member is not to be introduced to anybody.
/// @return ErrorCode::not_found for an introduction that is gone.
Result<void> decline(db::Session& db, const IntroductionId& id, IntroductionSide side, bool wants_none,
                     Instant now);

}  // namespace konbit::introductions
