// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/attachments/attachment_store.hpp"
#include "images/renditions.hpp"

/// From bytes that somebody sent to an attachment.
namespace konbit::attachments {

/// An attachment that can be inserted, its bytes safe on the disk.
struct Prepared {
    Attachment attachment;
    std::vector<PreparedFile> files;
};

/// Makes the sizes of a picture, or checks a document. A logo needs no words and is shown as soon as it is
/// inserted; the others are drafts.
/// @param render  Who reads the picture; the bytes themselves are not kept.
/// @param name    Of the file; a document is saved under it.
/// @return What decode() (images) and check_document() refuse, and FileStore::prepare().
Result<Prepared> prepare(const files::FileStore& store, AttachmentPurpose purpose, std::string_view bytes,
                         std::string name, const images::Renderer& render);

}  // namespace konbit::attachments
