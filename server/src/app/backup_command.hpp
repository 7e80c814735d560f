// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"
#include "features/backups/restore.hpp"

namespace konbit {

/// What `konbit restore` was told.
struct RestoreWork {
    backups::Source source;
    bool only_verifies = false;  ///< Everything is put into a folder of its own, which goes afterwards.
};

/// `konbit backup`: one backup, of a server that may go on.
/// @param to  What is empty in it is taken from the settings.
/// @return The exit code, as of the other.
int back_up(const ServeConfig& config, backups::Destination to);

/// `konbit restore`: fills the data folder, brings it to this release, and renders a page.
int put_back(const ServeConfig& config, const RestoreWork& work);

}  // namespace konbit
