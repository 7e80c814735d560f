// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"

#include <span>
#include <vector>

/// How what several people said for one member becomes the member's row, and how far they agree.
namespace konbit::networks {

/// What one person said to one question.
struct InformantRow {
    int place = 0;  ///< Of the member for whom the person answers.
    RowState state = RowState::nonresponse;
    bool is_named = false;    ///< Whether the ties may be shown by name.
    std::vector<Tie> ties{};  ///< From `place`; empty as long as they are sealed.
};

/// Works out rows, names and ties of a question anew. A member is observed when one of its informants is; it
/// is named only where all of those agreed to that, as a joined row would uncover the others.
/// @param said  In the order of the informants of each member.
void join(QuestionData& question, std::span<const InformantRow> said, InformantRule rule);

/// How far informants of the same members agree on who is named, over all members whom both were asked about.
/// @param gate  What they said to the question that decides about whom this one asks; empty: it asks about
/// everybody.
/// @param size  Members on the roster.
/// @return Nothing where no member has two people who answered.
std::optional<InformantAgreement> agreement_of(std::span<const InformantRow> said,
                                               std::span<const InformantRow> gate, int size);

}  // namespace konbit::networks
