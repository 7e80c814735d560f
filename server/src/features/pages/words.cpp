// SPDX-License-Identifier: Apache-2.0
#include "features/pages/words.hpp"

#include "core/locale_names.hpp"
#include "features/reference/reference_book.hpp"

#include <fmt/core.h>

namespace konbit::pages {

std::string Words::name(std::string_view list, std::string_view code) const {
    return std::string(reference().name(list, code, language_));
}

std::string Words::territory(std::string_view code) const { return text::territory_name(code, language_); }

std::string Words::language_name(std::string_view code) const { return text::language_name(code, language_); }

std::string Words::quantity(double amount) const { return format_quantity(language_, amount); }

std::string Words::date(Date date) const {
    return texts_.text(language_, "page.date",
                       {{"day", std::to_string(date.day())},
                        {"month", name("month", fmt::format("{:02}", date.month()))},
                        {"year", std::to_string(date.year())}});
}

std::string Words::place(const std::optional<std::string>& locality, std::string_view country_code) const {
    return locality ? *locality + ", " + country(country_code) : country(country_code);
}

}  // namespace konbit::pages
