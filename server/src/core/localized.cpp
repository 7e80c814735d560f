// SPDX-License-Identifier: Apache-2.0
#include "core/localized.hpp"

#include <array>

namespace konbit {

std::span<const std::string_view> fallback_chain(std::string_view language) {
    using Chain3 = std::array<std::string_view, 3>;
    static constexpr Chain3 haitian{"ht", "fr", "en"};
    static constexpr Chain3 papiamento{"pap", "nl", "en"};
    static constexpr std::array<std::string_view, 2> spanish{"es", "en"};
    static constexpr std::array<std::string_view, 2> french{"fr", "en"};
    static constexpr std::array<std::string_view, 2> dutch{"nl", "en"};
    static constexpr std::array<std::string_view, 1> english{"en"};
    if (language == "ht") return haitian;
    if (language == "pap") return papiamento;
    if (language == "es") return spanish;
    if (language == "fr") return french;
    if (language == "nl") return dutch;
    return english;
}

std::string_view Localized::in(std::string_view language) const {
    if (const auto own = texts.find(language); own != texts.end()) return own->second;
    for (const std::string_view candidate : fallback_chain(language)) {
        if (const auto found = texts.find(candidate); found != texts.end()) return found->second;
    }
    return texts.empty() ? std::string_view() : std::string_view(texts.begin()->second);
}

}  // namespace konbit
