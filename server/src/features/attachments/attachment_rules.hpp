// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/attachments/attachment.hpp"
#include "features/files/media_type.hpp"

#include <cstddef>

namespace konbit {

/// How much one record may have.
inline constexpr std::size_t most_photos = 12;
inline constexpr std::size_t most_documents = 12;
inline constexpr std::int64_t most_attachment_bytes = 60LL * 1024 * 1024;
inline constexpr std::size_t largest_upload_bytes = 10 * 1024 * 1024;

inline constexpr int longest_alt = 300;
inline constexpr int longest_caption = 300;
inline constexpr int longest_credit = 120;
inline constexpr int longest_title = 200;

/// The attachment tidied, and published, once everything that its purpose demands is there. A photo needs a
/// description in each language of the profile, in one at least, and a word on the people on it; a document a
/// title and its language.
/// @param languages  Those in which the profile describes itself.
/// @return ErrorCode::invalid with every broken rule.
Result<Attachment> checked(Attachment attachment, const Localized& languages);

/// Whether another one fits beside those that a record has.
/// @return ErrorCode::conflict "too_many_photos", "too_many_documents" or "attachments_full".
Result<void> check_room(const std::vector<Attachment>& present, const Attachment& added);

/// Holds a document against what is taken: a PDF from its beginning to its end.
/// @return ErrorCode::invalid at "/file" with `document_type` or `document_broken`.
Result<void> check_document(std::string_view bytes);

}  // namespace konbit
