// SPDX-License-Identifier: Apache-2.0
#include "features/reports/material.hpp"
#include "features/texts/catalog.hpp"

#include <gtest/gtest.h>

namespace konbit::reports {
namespace {

Catalog texts() {
    Catalog catalog;
    EXPECT_TRUE(catalog.add("en", R"json({
        "network.sentence.response.full": "{answered} of {asked} ({percent})",
        "network.sentence.next.bridge_by": "{introducer} introduces {one} and {other}",
        "network.sentence.without_facilitator.holds": "pieces of {sizes}",
        "report.nameless.next.bridge": "introduce two members",
        "report.nameless.other": "a further point",
        "report.percent": "{n}%"})json"));
    return catalog;
}

std::string said(std::string_view key, std::map<std::string, RawJson> params) {
    const Catalog catalog = texts();
    return nameless({"network.sentence." + std::string(key), std::move(params), 1, "available_case"},
                    pages::Words(catalog, "en"));
}

TEST(Nameless, KeepsASentenceOfNumbers) {
    EXPECT_EQ(said("response.full", {{"answered", {"22"}}, {"asked", {"27"}}, {"percent", {"81"}}}),
              "22 of 27 (81%)");
    EXPECT_EQ(said("without_facilitator.holds", {{"sizes", {R"(["10","9"])"}}}), "pieces of 10, 9");
}

TEST(Nameless, SaysTheSameWithoutTheNames) {
    EXPECT_EQ(
        said("next.bridge_by", {{"one", {R"("Ann")"}}, {"other", {R"("Bob")"}}, {"introducer", {R"("Cy")"}}}),
        "introduce two members");
}

TEST(Nameless, TakesWhatIsNewForANameUntilSomebodyHasLooked) {
    EXPECT_EQ(said("story.hub", {{"hub", {R"("Ann")"}}}), "a further point");
    EXPECT_EQ(said("story.hub", {{"count", {"3"}}, {"weight", {"4"}}}), "a further point");
}

}  // namespace
}  // namespace konbit::reports
