// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace konbit {

/// The texts of locales/<language>.json, the same files that the web client reads: pages and mail are worded
/// here.
///
/// A text holds named placeholders, `{name}`. A text that depends on a number has a key for each plural
/// category of its language: `roster.rows_one`, `roster.rows_other`.
class Catalog {
  public:
    /// @param json  A flat object of texts.
    /// @return ErrorCode::malformed when it is not one.
    Result<void> add(std::string_view language, std::string_view json);

    /// The text in that language, else in the next of its fallback chain (core/localized.hpp), else the key
    /// itself, so that a forgotten text is seen. Placeholders without a parameter stay as they are.
    std::string text(std::string_view language, std::string_view key, const Params& params = {}) const;

    /// The text for `n` things: the plural category of the language decides, and `{n}` is filled with the
    /// number in the language's digits and grouping.
    std::string plural(std::string_view language, std::string_view key, std::int64_t n,
                       Params params = {}) const;

    /// Whether some language of the fallback chain has the key.
    bool has(std::string_view language, std::string_view key) const;

  private:
    const std::string* find(std::string_view language, std::string_view key) const;

    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> languages_;
};

/// The locale whose rules format numbers and dates of a language: ICU has none for ht and pap.
std::string_view format_locale(std::string_view language);

/// A number as the language writes it: 1,234 or 1 234.
std::string format_number(std::string_view language, std::int64_t number);
/// The same with at most two decimals: "1,250.5".
std::string format_quantity(std::string_view language, double quantity);

}  // namespace konbit
