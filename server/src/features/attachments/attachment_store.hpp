// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/attachments/attachment.hpp"
#include "features/files/file_store.hpp"
#include "features/history/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::attachments {

/// A file that belongs to a new attachment; its bytes lie on the disk already.
struct PreparedFile {
    std::string name;
    files::FileRecord file;
};

/// What the viewer may see of a record's attachments, in their order. Nothing of a record that the viewer may
/// not see; drafts are left out.
std::vector<Attachment> list(db::Session& session, const Viewer& viewer, const AttachmentOwner& record);
/// The SQL condition under which the viewer may have the file of a row of `attachments a`: what is shown to
/// them, and for those who keep the directory or speak for the record its drafts too.
std::string attachments_visible_to(const Viewer& viewer);

/// All of them, drafts too.
std::vector<Attachment> list(db::Session& session, const AttachmentEditor& by);

/// @return ErrorCode::not_found unless it belongs to the record.
Result<Attachment> find(db::Session& session, const AttachmentEditor& by, const AttachmentId& id);

/// One size of an attachment, to be served.
struct ServedFile {
    Attachment attachment;
    files::FileRecord file;
    bool is_public = false;  ///< Whether everybody may have it, so that caches may keep it.
};

/// @return Nothing when there is no such size, or the viewer may not know that there is; drafts are left out.
std::optional<ServedFile> find_file(db::Session& session, const Viewer& viewer, const AttachmentId& id,
                                    std::string_view name);
/// The same for whoever may edit the record: drafts too.
std::optional<ServedFile> find_file(db::Session& session, const AttachmentEditor& by, const AttachmentId& id,
                                    std::string_view name);

/// Of which record an attachment is, to ask who may edit it; nothing when there is none.
std::optional<AttachmentOwner> record_of(db::Session& session, const AttachmentId& id);

/// Adds an attachment at the end; a logo takes the place of the one before it.
/// @return What check_room() refuses; ErrorCode::too_large "quota_reached" when the installation is full.
Result<Attachment> insert(db::Session& session, Attachment attachment, const files::FileStore& store,
                          const std::vector<PreparedFile>& prepared, const AttachmentEditor& by,
                          const history::Occasion& at);
/// Writes what is said of an attachment; it is shown from now on.
/// @return ErrorCode::invalid (attachment_rules.hpp), ErrorCode::stale.
Result<Attachment> update(db::Session& session, Attachment attachment, const AttachmentEditor& by,
                          const history::Occasion& at);
/// Puts the attachments into the order of the ids; those that are not named come behind them.
/// @return ErrorCode::invalid when an id is none of the record's.
Result<void> reorder(db::Session& session, const std::vector<AttachmentId>& ids, const AttachmentEditor& by);
/// Takes an attachment away: nobody reads it from now on, and its bytes leave the disk with the next sweep.
void remove(db::Session& session, const Attachment& attachment, const AttachmentEditor& by,
            const history::Occasion& at);

/// Takes away what belonged to records that are gone. @return How many.
std::int64_t remove_orphans(db::Session& session);

}  // namespace konbit::attachments
