// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_input.hpp"

#include <functional>
#include <iosfwd>

namespace konbit {

/// Writes a file that is there whole or not at all: what is written goes beside it, and takes its place at
/// the end. What stood there before stays until then. A path that is no plain file (a pipe, a terminal) is
/// written to directly.
///
/// One at a time in a program.
Read<bool> write_whole(const std::string& path, const std::function<void(std::ostream&)>& write);

/// Takes away what write_whole() has not finished: for a program that is about to end. May be called by a
/// signal handler.
void remove_unfinished() noexcept;

}  // namespace konbit
