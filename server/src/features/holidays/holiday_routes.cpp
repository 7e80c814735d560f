// SPDX-License-Identifier: Apache-2.0
#include "features/holidays/holiday_routes.hpp"

#include "core/page.hpp"
#include "features/holidays/holiday.hpp"
#include "features/permission/policies.hpp"
#include "features/reference/reference_book.hpp"

#include <array>

namespace konbit::holidays {

namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2199;  // The computus above is right far beyond; nobody asks for more.

struct WhichYear {
    std::string country_code;
    int year = 0;

    static constexpr auto fields() {
        return std::tuple{field("country_code", &WhichYear::country_code), field("year", &WhichYear::year)};
    }
};

Result<Page<Holiday>> show(App&, const DirectoryEditor&, http::Query<WhichYear> which,
                           const http::Request& request) {
    Findings findings;
    findings.require(reference().country(which.country_code) != nullptr, "/country_code", "unknown");
    findings.require(which.year >= first_year && which.year <= last_year, "/year", "not_allowed");
    KONBIT_TRY(const WhichYear valid, std::move(findings).or_value(WhichYear(which)));
    return Page<Holiday>{list(valid.country_code, valid.year, request.language), {}, {}};
}

}  // namespace

}  // namespace konbit::holidays

namespace konbit {

std::span<const http::Route<App>> holiday_routes() {
    static const std::array all{
        http::route(http::get, "/api/holidays", "The public holidays of a country in one year",
                    may_add_to_directory, holidays::show),
    };
    return all;
}

}  // namespace konbit
