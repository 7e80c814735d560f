// SPDX-License-Identifier: Apache-2.0
#include "features/limits.hpp"

#include "http/gate.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace konbit {
namespace {

using ::testing::HasSubstr;

std::string period(std::chrono::seconds per) {
    if (per % std::chrono::hours(24) == std::chrono::seconds(0)) return "a day";
    if (per == std::chrono::hours(1)) return "an hour";
    if (per == std::chrono::minutes(1)) return "a minute";
    return fmt::format("in {} minutes", per.count() / 60);
}

std::string row(std::string_view what, std::string_view whose, const http::Rate& rate) {
    return fmt::format("| {} | {} | {:.0f} {} |\n", what, whose, rate.burst, period(rate.per));
}

std::string guide() {
    std::ifstream file(std::string(KONBIT_SOURCE_DIR) + "/docs/operators/limits.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Limits, AreToldInTheGuideRowByRow) {
    std::string rows;
    for (const auto& limit : limits::all) rows += row(limit.what, limit.whose, limit.rate);
    EXPECT_THAT(guide(), HasSubstr(rows));
}

TEST(Limits, OfRequestsAreToldInTheGuide) {
    const http::Allowances allowances;
    EXPECT_THAT(guide(),
                HasSubstr(row("requests to `/api/`", "account or personal link", allowances.visitor) +
                          row("requests to `/api/`", "address where nobody is known", allowances.stranger) +
                          row("requests to `/api/`", "address", allowances.address) +
                          row("lists and searches of the directory", "address where nobody is known",
                              allowances.directory) +
                          row("downloads of one whole table", "account, or address where nobody is known",
                              allowances.download)));
}

TEST(Limits, CountTheLineOfAnIpv6AddressTogether) {
    RequestLimits limits;
    for (int i = 1; i <= 20; ++i) EXPECT_TRUE(limits.admit_public_form(fmt::format("2001:db8:1:2::{:x}", i)));
    EXPECT_FALSE(limits.admit_public_form("2001:db8:1:2:ffff::1"));
    EXPECT_TRUE(limits.admit_public_form("2001:db8:1:3::1"));
}

TEST(Limits, KeepManyAddressesFromFloodingOneOrganization) {
    RequestLimits limits;
    for (int i = 0; i < 30; ++i) EXPECT_TRUE(limits.admit_form_about("/organizations/a"));
    EXPECT_FALSE(limits.admit_form_about("/organizations/a"));
    EXPECT_TRUE(limits.admit_form_about("/organizations/b"));
}

}  // namespace
}  // namespace konbit
