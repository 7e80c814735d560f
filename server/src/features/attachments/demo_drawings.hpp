// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Pictures of the demonstration, drawn by this program; each is a PNG.
namespace konbit::attachments {

enum class Emblem { pod, waves, rays };

/// A disc in one color with a sign in another.
std::string draw_logo(Emblem emblem, std::string_view ground, std::string_view sign);

/// Hills above a bay, with a sun; `seed` decides where they lie.
std::string draw_bay(unsigned seed);

}  // namespace konbit::attachments
