// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/corrections/correction.hpp"
#include "features/permission/capabilities.hpp"

/// What readers say is wrong. It is decided on by the record's own people and by who keeps the country.
namespace konbit::corrections {

/// Keeps a correction; the organization or cluster of its page, as far as the reader sees it, becomes its
/// record.
Correction insert(db::Session& session, Correction correction, const Viewer& reader, Instant now);

/// Those that the account may decide on, oldest first.
Result<Page<CorrectionLine>> list(db::Session& session, const SignedIn& by, CorrectionState state,
                                  const PageRequest& page);

/// How many wait for whoever keeps the directory.
std::int64_t count_open(db::Session& session, const Viewer& viewer);

/// What was decided on a correction.
struct Decision {
    CorrectionState state = CorrectionState::accepted;
    std::optional<std::string> reason{};
};

/// Decides, and forgets the reader's address, which is in the correction returned for the last time.
/// @return ErrorCode::not_found unless the account may decide; ErrorCode::conflict "already_decided".
Result<Correction> decide(db::Session& session, const CorrectionId& id, const Decision& decision,
                          const SignedIn& by, Instant now);

}  // namespace konbit::corrections
