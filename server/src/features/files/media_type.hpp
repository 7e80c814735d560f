// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "core/result.hpp"

#include <array>
#include <string_view>

namespace konbit::files {

/// The files that may be uploaded. SVG is not among them: it can carry script, and a browser runs it.
enum class MediaType { png, jpeg, webp, pdf, csv, xlsx };
constexpr auto names(MediaType) {
    return std::to_array<std::string_view>(
        {"image/png", "image/jpeg", "image/webp", "application/pdf", "text/csv",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"});
}

/// The type that a file claims to have, once its first bytes agree.
/// @param claimed  As in Content-Type; parameters after ";" are ignored.
/// @return ErrorCode::wrong_media_type: "file_type_not_allowed" for a type outside the list,
/// "file_type_differs"
///         when the content is something else. A CSV has no mark of its own: it is text that is no markup.
Result<MediaType> checked_media_type(std::string_view bytes, std::string_view claimed);

}  // namespace konbit::files
