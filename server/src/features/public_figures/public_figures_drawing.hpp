// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/words.hpp"
#include "features/public_figures/public_figures.hpp"
#include "http/html.hpp"

#include <string>

namespace konbit::public_figures {

/// "50%".
std::string percent(const pages::Words& words, double share);

/// The name of a group of countries: the country, or how many of them were taken together.
std::string group_name(const pages::Words& words, const PublicGroup& group);

/// A bar for each question, with a mark over the range that silence leaves.
html::Html bars(const pages::Words& words, const PublicWave& wave);

/// Countries around a circle, as large as their members are many; lines and rings as wide as the band of
/// their ties.
html::Html group_picture(const pages::Words& words, const PublicPicture& picture);

}  // namespace konbit::public_figures
