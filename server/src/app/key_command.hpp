// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

#include <string>

namespace konbit {

/// What `konbit keys …` was told.
struct KeyWork {
    std::string wave;  ///< `rotate`: the wave whose answers get a new key; empty: the installation key.
    std::string key;   ///< `retire`: the former key that goes whatever needs it; empty: all unneeded.
    bool is_accepted = false;  ///< `lost`: go on without what the lost keys sealed.
};

/// One line for each installation key: its id, when it was made, why a former one still stands. Never a key.
/// @return The exit code, as of the others.
int list_keys(const Config& config);

/// `konbit keys rotate`: a new key, and everything moves to it; the server may go on.
int rotate_keys(const Config& config, const KeyWork& work);

/// `konbit keys retire`: former keys go.
int retire_keys(const Config& config, const KeyWork& work);

/// `konbit keys lost`: what is lost with the missing keys, or, once accepted, how it goes on without.
int go_on_after_loss(const Config& config, const KeyWork& work);

}  // namespace konbit
