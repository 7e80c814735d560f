// SPDX-License-Identifier: Apache-2.0
#include "features/research/research.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

const Date today = *Date::of(2026, 11, 22);

ResearchRequest request() {
    ResearchRequest wanted;
    wanted.recipient = " University of the Islands ";
    wanted.purpose = "How ties across islands come about";
    wanted.agreement = "Not to be passed on; erased by the end of 2027.";
    wanted.agreed_by = "Dr. Marie Joseph";
    wanted.agreed_on = today;
    return wanted;
}

std::vector<std::string> broken(const ResearchRequest& wanted) {
    const auto result = checked(wanted, today);
    std::vector<std::string> found;
    if (!result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(ResearchRequests, SayWhoGetsWhatAndWhatWasSigned) {
    EXPECT_EQ(checked(request(), today)->recipient, "University of the Islands");
    EXPECT_EQ(broken({}), (std::vector<std::string>{"/recipient required", "/purpose required",
                                                    "/agreement required", "/agreed_by required"}));
}

TEST(ResearchRequests, AreSignedBeforeTheyAreMade) {
    auto wanted = request();
    wanted.agreed_on = *Date::of(2026, 11, 23);
    EXPECT_EQ(broken(wanted), std::vector<std::string>{"/agreed_on in_future"});
}

TEST(ResearchRequests, AreNoBooks) {
    auto wanted = request();
    wanted.agreement = std::string(4001, 'a');
    EXPECT_EQ(broken(wanted), std::vector<std::string>{"/agreement too_long"});
}

}  // namespace
}  // namespace konbit
