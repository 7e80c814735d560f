// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace konbit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CountryNames three_islands() {
    CountryNames names;
    for (const auto& [name, code] :
         {std::pair{"Grenada", "GD"}, {"GD", "GD"}, {"Saint Lucia", "LC"}, {"Dominica", "DM"}})
        names.add(name, code);
    add_regional_habits(names);
    return names;
}

Result<RosterSheet> read(std::string_view bytes) {
    return read_roster(bytes, three_islands(),
                       {.country_code = "GD", .language = "en", .current_year = 2026});
}

std::string demo_members() {
    std::ifstream file(std::string(KONBIT_SOURCE_DIR) + "/data/demo/members.csv", std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// "email not_an_email" for each problem of a row.
std::vector<std::string> problems_of(const RosterDraft& draft) {
    std::vector<std::string> all;
    for (const auto& problem : draft.shown.problems) all.push_back(problem.field + " " + problem.code);
    return all;
}

TEST(RosterReader, ReadsSemicolonsSpanishHeadersAndWindows1252) {
    const auto sheet = read(
        "Nombre;Pa\xEDs;Tama\xF1o;Correo electr\xF3nico\r\n"
        "Soufri\xE8re Cacao;St. Lucia;peque\xF1"
        "a;a@b.example\r\n");
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->shown.encoding, "windows-1252");
    EXPECT_EQ(sheet->shown.delimiter, ";");
    ASSERT_EQ(sheet->drafts.size(), 1U);
    const auto& draft = sheet->drafts.front();
    EXPECT_EQ(draft.organization.name, "Soufrière Cacao");
    EXPECT_EQ(draft.organization.country_code, "LC");
    EXPECT_EQ(draft.organization.size_band, SizeBand::small);
    EXPECT_THAT(problems_of(draft), IsEmpty());
    EXPECT_THAT(sheet->shown.missing_columns, ElementsAre(RosterField::kind));
}

TEST(RosterReader, NotesEveryCellThatItDoesNotUnderstand) {
    const auto sheet =
        read("name,country,kind,email,joined_on\nA Firm,Atlantis,spaceship,nobody,soon\n,GD,,,\n");
    ASSERT_TRUE(sheet);
    EXPECT_THAT(problems_of(sheet->drafts[0]), ElementsAre("kind not_understood", "country unknown_country",
                                                           "joined_on not_a_date", "email not_an_email"));
    EXPECT_THAT(problems_of(sheet->drafts[1]), ElementsAre("name required", "email no_contact"));
}

TEST(RosterReader, TakesFormulasOutAndSaysSo) {
    const auto sheet =
        read("name,locality,phone\nA Firm,\"=HYPERLINK(\"\"http://x.example\"\")\",+1-473-555-0102\n");
    ASSERT_TRUE(sheet);
    const auto& draft = sheet->drafts.front();
    EXPECT_EQ(draft.organization.locality, std::nullopt);
    EXPECT_EQ(draft.membership.contact_phone, "+1-473-555-0102");
    EXPECT_THAT(problems_of(draft), ElementsAre("locality formula_removed"));
    EXPECT_FALSE(draft.shown.is_blocked());
}

TEST(RosterReader, RefusesAFileWithoutNames) {
    const auto sheet = read("country\nGD\n");
    ASSERT_FALSE(sheet);
    EXPECT_THAT(sheet.error().fields, ElementsAre(FieldError{"row:1/name", "missing_column"}));
}

// Row 3 is row 2 in other letters: it gives its phone to row 2 and is skipped.
TEST(RosterPlan, MergesTwoSpellingsOfAFirm) {
    auto sheet = read(
        "name,country,phone\nConcord Valley Chocolate,Grenada,\nConcord Valley Chocolates Ltd,Grenada "
        "W.I.,+1-473-555-0102\n");
    ASSERT_TRUE(sheet);
    plan_roster(sheet->drafts, {});
    EXPECT_EQ(sheet->drafts[1].shown.action, RosterAction::skip);
    EXPECT_EQ(sheet->drafts[1].shown.duplicate_of->row, 2);
    EXPECT_EQ(sheet->drafts[0].membership.contact_phone, "+1-473-555-0102");
}

TEST(RosterPlan, LinksWhatTheDirectoryKnowsAndUpdatesWhoIsAMember) {
    auto sheet = read(
        "name,country\nMicoud Pepper,Saint Lucia\nDennery Ridge Cocoa Estate,Saint Lucia\nMicoud "
        "Pepper,Dominica\n");
    ASSERT_TRUE(sheet);
    const auto pepper = new_id<OrganizationId>(), estate = new_id<OrganizationId>();
    plan_roster(sheet->drafts,
                {{pepper, "Micoud Pepper", "micoud pepper", "LC", false},
                 {estate, "Dennery Ridge Coca Estate", "dennery ridge coca estate", "LC", true}});
    EXPECT_EQ(sheet->drafts[0].shown.action, RosterAction::link);
    EXPECT_EQ(sheet->drafts[0].membership.organization_id, pepper);
    EXPECT_EQ(sheet->drafts[1].shown.action, RosterAction::update);
    EXPECT_EQ(sheet->drafts[1].shown.duplicate_of->name, "Dennery Ridge Coca Estate");
    EXPECT_EQ(sheet->drafts[2].shown.action, RosterAction::create) << "the same name in another country";
}

TEST(RosterPlan, FollowsTheFacilitatorsChoices) {
    auto sheet = read("name,country\nA Cocoa Growers Group,GD\nA Cocoa Grower Group,GD\nAnother,Atlantis\n");
    ASSERT_TRUE(sheet);
    plan_roster(sheet->drafts, {}, {.skip_rows = {4}, .new_rows = {3}});
    EXPECT_EQ(sheet->drafts[1].shown.action, RosterAction::create);
    EXPECT_EQ(sheet->drafts[2].shown.action, RosterAction::skip);
    EXPECT_THAT(blocking_problems(sheet->drafts), IsEmpty());
}

// The 29 rows of the demonstration file hold 28 members: two spellings of Concord Valley Chocolate.
TEST(RosterPlan, TakesTheDemonstrationFileAsItIs) {
    auto sheet = read(demo_members());
    ASSERT_TRUE(sheet);
    plan_roster(sheet->drafts, {});
    const auto counts = counts_of(sheet->drafts);
    EXPECT_EQ(sheet->shown.encoding, "windows-1252");
    EXPECT_EQ(counts.create, 28);
    EXPECT_EQ(counts.skip, 1);
    EXPECT_EQ(counts.problems, 0);
    EXPECT_THAT(blocking_problems(sheet->drafts), IsEmpty());
}

}  // namespace
}  // namespace konbit
