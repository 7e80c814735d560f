// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_lists.hpp"

#include "features/imports/cell_values.hpp"
#include "features/profiles/capability.hpp"
#include "features/profiles/profile.hpp"

#include <gtest/gtest.h>

namespace konbit::imports {
namespace {

const Customs haiti{.country_code = "HT"};

TEST(CellLists, TakeCodesAndTheirNames) {
    EXPECT_EQ((cells::list_of<std::string, cells::market>("Grenada; DE;", haiti)), "GD; DE");
    EXPECT_EQ((cells::list_of<std::string, cells::spoken>("Kreyòl; pap", haiti)), "ht; pap");
    EXPECT_EQ((cells::list_of<std::string, cells::market>("Atlantis", haiti)), std::nullopt);
    EXPECT_EQ(cells::list_of<ValueChainStage>("retail; processing", haiti), "retail; processing");
    EXPECT_EQ(cells::list_of<ValueChainStage>("everything", haiti), std::nullopt);
}

TEST(CellLists, HaveThePartsOfAnEntryBetweenBars) {
    EXPECT_EQ(cells::list_of<Certificate>("HACCP |  | 2027-05-01 |; Fairtrade", haiti),
              "HACCP |  | 2027-05-01; Fairtrade");
    EXPECT_EQ(cells::list_of<Certificate>("HACCP | | soon", haiti), std::nullopt);
    EXPECT_EQ(cells::list_of<Machine>("Roaster | 2 | 15 kg | and more", haiti), std::nullopt);
}

TEST(CellLists, TakeATextWithoutALanguageForTheFirstOfTheCountry) {
    EXPECT_EQ(cells::list_of<OfferedService>("Formation; en: Advice ~ fr: Conseil", haiti),
              "ht: Formation; en: Advice ~ fr: Conseil");
}

TEST(CellLists, KeepTheirSignsInTexts) {
    const std::vector<Machine> machines{{"a;b|c~d\\e", 1, std::nullopt}};
    const Type& type = type_of<std::vector<Machine>>();
    EXPECT_EQ(list_text(type, &machines), "a\\;b\\|c\\~d\\\\e | 1");
    std::vector<Machine> back;
    EXPECT_TRUE(read_list(type, &back, list_text(type, &machines)));
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0].name, machines[0].name);
}

}  // namespace
}  // namespace konbit::imports
