// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/renditions.hpp"

/// What the process that makes renditions says to the one that asked (apart.hpp).
namespace konbit::images {

std::string packed(const Result<std::vector<Rendition>>& outcome);

/// @return What was packed. The bytes are not trusted: a message that is cut off, or holds what no rendition
///         looks like, is refused as `picture_broken`.
Result<std::vector<Rendition>> unpacked(std::string_view message);

}  // namespace konbit::images
