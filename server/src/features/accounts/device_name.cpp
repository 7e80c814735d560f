// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/device_name.hpp"

#include <array>
#include <span>
#include <utility>

namespace konbit::accounts {

namespace {

using Sign = std::pair<std::string_view, std::string_view>;

/// The first sign counts: every browser also names those that it is like.
constexpr auto browsers = std::to_array<Sign>({{"Edg", "Edge"},
                                               {"OPR/", "Opera"},
                                               {"SamsungBrowser/", "Samsung Internet"},
                                               {"Firefox/", "Firefox"},
                                               {"FxiOS/", "Firefox"},
                                               {"CriOS/", "Chrome"},
                                               {"Chrome/", "Chrome"},
                                               {"Safari/", "Safari"}});
constexpr auto systems = std::to_array<Sign>({{"iPhone", "iPhone"},
                                              {"iPad", "iPad"},
                                              {"Android", "Android"},
                                              {"Windows", "Windows"},
                                              {"Macintosh", "Mac"},
                                              {"CrOS", "ChromeOS"},
                                              {"Linux", "Linux"}});

std::string_view first_of(std::span<const Sign> signs, std::string_view text) {
    for (const auto& [sign, name] : signs)
        if (text.find(sign) != text.npos) return name;
    return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
    const auto browser = first_of(browsers, user_agent);
    const auto system = first_of(systems, user_agent);
    std::string name(browser);
    if (!browser.empty() && !system.empty()) name += ", ";
    return name.append(system);
}

}  // namespace konbit::accounts
