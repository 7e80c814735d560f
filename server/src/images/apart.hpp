// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/renditions.hpp"

namespace konbit::images {

/// The first argument with which the program becomes the process that reads pictures: "konbit re-encode
/// photo".
inline constexpr std::string_view child_command = "re-encode";

/// As renditions(), in a process of its own that lives for this picture only: it has no environment, no
/// files, no network, and little memory and time (confine.hpp). Whatever bytes do to a decoder, they do
/// there. At most two run at once; others wait for their turn.
/// @return What decode() refuses; `picture_broken` when the process died or took longer than 20 seconds;
///         ErrorCode::unavailable "pictures_busy" when it could not be started, or no turn came for 20
///         seconds.
Result<std::vector<Rendition>> renditions_apart(std::string_view bytes, Use use);

/// The other side: reads a picture from the standard input, writes its renditions to the standard output.
/// @return The exit status.
int make_renditions_of_input(std::string_view use);

}  // namespace konbit::images
