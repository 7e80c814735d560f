// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localized.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/texts/catalog.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::pages {

/// The words of one page: texts, names of codes, numbers and dates in its reader's language. It keeps
/// neither; both outlive it.
class Words {
  public:
    Words(const Catalog& texts, std::string_view language) : texts_(texts), language_(language) {}
    /// A text made for the call would be gone by the next word.
    template <std::same_as<std::string> Text>
    Words(const Catalog& texts, Text&& language) = delete;

    std::string_view language() const { return language_; }

    std::string operator()(std::string_view key, const Params& params = {}) const {
        return texts_.text(language_, key, params);
    }
    /// "28 members": the key with its plural ending.
    std::string count(std::string_view key, std::int64_t n) const { return texts_.plural(language_, key, n); }
    std::string number(std::int64_t n) const { return format_number(language_, n); }

    /// The name of a code of a reference list.
    std::string name(std::string_view list, std::string_view code) const;
    std::string country(std::string_view code) const { return name("country", code); }
    std::string sector(std::string_view code) const { return name("isic", code); }

    /// Countries and languages of the whole world.
    std::string territory(std::string_view code) const;
    std::string language_name(std::string_view code) const;

    /// "1,250.5": at most two decimals.
    std::string quantity(double amount) const;
    std::string date(Date date) const;
    /// "Concord, Grenada", or the country alone.
    std::string place(const std::optional<std::string>& locality, std::string_view country_code) const;
    std::string_view of(const Localized& text) const { return text.in(language_); }

  private:
    const Catalog& texts_;
    std::string_view language_;
};

}  // namespace konbit::pages
