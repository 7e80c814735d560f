// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/statements/statement.hpp"

#include <vector>

namespace konbit::statements {

/// What roster, groups and surveys know of a member, each with its source and day. Nothing is inferred;
/// whether a wave was answered is said, never what was answered.
std::vector<StatementFact> list_facts(db::Session& session, const MembershipId& membership);

}  // namespace konbit::statements
