// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <filesystem>

namespace konbit::http {

/// What a server needs to speak https itself.
struct TlsFiles {
    std::filesystem::path certificate;  ///< PEM: the server's own first, then those that vouch for it.
    std::filesystem::path key;          ///< PEM, not encrypted; readable by no stranger.

    bool is_given() const { return !certificate.empty(); }
};

/// Whether the two can be read, belong together and are meant for serving.
/// @return ErrorCode::unavailable, with words for an operator, otherwise.
Result<void> check(const TlsFiles& files);

/// Days until the server's own certificate ends; negative when it has ended.
/// @return ErrorCode::unavailable when it cannot be read.
Result<int> days_left(const TlsFiles& files);

}  // namespace konbit::http
