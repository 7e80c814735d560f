// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/unlisted/groups.hpp"

namespace konbit::unlisted {

/// Makes what one respondent said of an unlisted organization that of a member of the roster. What was said
/// of the member itself stands; who had named no member of the list named one now. The own name of the
/// respondent's member is rejected instead.
void merge_into(db::Session& db, const Entry& entry, const WaveMemberId& member);

}  // namespace konbit::unlisted
