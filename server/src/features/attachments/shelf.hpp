// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/attachments/attachment.hpp"
#include "features/history/history.hpp"

#include <vector>

/// What the history of a record says about its attachments.
namespace konbit::attachments {

/// Leaves a line where something differs: whether there is a logo, how many photos, what they are said to
/// show, which documents. It cannot be taken back: bytes that were removed are gone.
void remember(db::Session& session, const AttachmentEditor& by, const std::vector<Attachment>& before,
              const std::vector<Attachment>& after, const history::Occasion& at);

/// Erases from the history what was said of photos and documents: it may name people.
void forget_words(db::Session& session, const AttachmentOwner& record);

}  // namespace konbit::attachments
