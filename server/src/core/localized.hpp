// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace konbit {

/// The languages to try for a reader of `language`, best first: ht falls back to fr, pap to nl, and all to
/// en.
std::span<const std::string_view> fallback_chain(std::string_view language);

/// A text by its author in one or more languages (ISO 639 codes); a JSON object by language.
struct Localized {
    std::map<std::string, std::string, std::less<>> texts;

    /// The text for a reader of `language`: the first of its fallback chain that there is, else the first of
    /// all.
    /// @return An empty text when there is none in any language.
    std::string_view in(std::string_view language) const;
    bool empty() const { return texts.empty(); }
    bool operator==(const Localized&) const = default;
};

}  // namespace konbit
