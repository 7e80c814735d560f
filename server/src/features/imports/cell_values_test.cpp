// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_values.hpp"

#include "features/imports/cell_dates.hpp"

#include <gtest/gtest.h>

namespace konbit::imports {
namespace {

const Customs grenada{"GD", DateOrder::day_first, 2026};
const Customs haiti{"HT", DateOrder::day_first, 2026};

std::string date(std::string_view text, DateOrder order = DateOrder::day_first) {
    return cells::date(text, {"GD", order, 2026}).value_or("none");
}

TEST(CellDates, AreReadInTheFormsOfTheRegion) {
    EXPECT_EQ(date("2025-09-15"), "2025-09-15");
    EXPECT_EQ(date("2025-09-15 13:30:00"), "2025-09-15");
    EXPECT_EQ(date("2025/9/15"), "2025-09-15");
    EXPECT_EQ(date("15/09/2025"), "2025-09-15");
    EXPECT_EQ(date("15.9.25"), "2025-09-15");
    EXPECT_EQ(date("15-9-99"), "1999-09-15");
    EXPECT_EQ(date("15 Sep 2025"), "2025-09-15");
    EXPECT_EQ(date("September 15, 2025"), "2025-09-15");
    EXPECT_EQ(date("15 de septiembre de 2025"), "2025-09-15");
    EXPECT_EQ(date("1er août 2024"), "2024-08-01");
    EXPECT_EQ(date("31/02/2025"), "none");
    EXPECT_EQ(date("soon"), "none");
}

TEST(CellDates, FollowTheOrderOfTheirColumn) {
    EXPECT_EQ(date("3/4/2025"), "2025-04-03");
    EXPECT_EQ(date("3/4/2025", DateOrder::month_first), "2025-03-04");
}

TEST(CellDates, SayWhichOrderTheyAreIn) {
    const std::vector<std::string> open{"3/4/2025", "5/5/2025"}, day{"3/4/2025", "25/4/2025"},
        month{"4/25/2025"};
    EXPECT_TRUE(date_signs(open).has_either);
    EXPECT_FALSE(date_signs(open).has_day_first);
    EXPECT_TRUE(date_signs(day).has_day_first);
    EXPECT_TRUE(date_signs(month).has_month_first);
}

TEST(CellPhones, BecomeInternational) {
    EXPECT_EQ(cells::phone("440-1234", grenada), "+14734401234");
    EXPECT_EQ(cells::phone("(473) 440 1234", grenada), "+14734401234");
    EXPECT_EQ(cells::phone("1 473 440 1234", grenada), "+14734401234");
    EXPECT_EQ(cells::phone("+1-758-452-1234", grenada), "+17584521234");
    EXPECT_EQ(cells::phone("011 44 20 7946 0000", grenada), "+442079460000");
    EXPECT_EQ(cells::phone("3412 3456", haiti), "+50934123456");
    EXPECT_EQ(cells::phone("509 3412 3456", haiti), "+50934123456");
    EXPECT_EQ(cells::phone("ask Ann", grenada), std::nullopt);
}

TEST(CellValues, HaveOneFormThatTheyKeep) {
    for (const auto kind : {ImportKind::organizations, ImportKind::roster})
        for (const auto& field : fields_of(kind))
            for (const auto* text : {"Grenada", "co-operative", "12", "61,75", "belmont.gd", "440-1234", "sí",
                                     "Kreyòl", "15/9/2025", "published", "a@b.example", "2025-09-15"}) {
                const auto once = field.understand(text, grenada);
                if (once) EXPECT_EQ(field.understand(*once, grenada), once) << field.name << ": " << text;
            }
}

TEST(ImportFields, ReadWhatTheyWrite) {
    RowRecords records;
    const ImportField& phone = *find_field(ImportKind::roster, "phone");
    EXPECT_TRUE(set(records, phone, "+14734401234"));
    EXPECT_EQ(text_of(records, phone), "+14734401234");
    EXPECT_TRUE(set(records, phone, ""));
    EXPECT_EQ(records.membership.contact_phone, std::nullopt);
    const ImportField& french = *find_field(ImportKind::organizations, "description_fr");
    EXPECT_TRUE(set(records, french, "Chocolat"));
    EXPECT_EQ(records.organization.description.texts.at("fr"), "Chocolat");
    EXPECT_EQ(text_of(records, french), "Chocolat");
    EXPECT_FALSE(set(records, *find_field(ImportKind::roster, "size"), "enormous"));
}

TEST(ImportFields, AreFoundByTheirHeadersInThreeLanguages) {
    EXPECT_EQ(field_of_header(ImportKind::roster, "Correo electrónico")->name, "email");
    EXPECT_EQ(field_of_header(ImportKind::roster, "Secteur")->name, "subsector");
    EXPECT_EQ(field_of_header(ImportKind::organizations, "Sector")->name, "sector");
    EXPECT_EQ(field_of_header(ImportKind::organizations, "Women-led"), nullptr);
}

}  // namespace
}  // namespace konbit::imports
