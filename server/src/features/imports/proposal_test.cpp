// SPDX-License-Identifier: Apache-2.0
#include "features/imports/proposal.hpp"

#include "sheets/workbook.hpp"

#include <gmock/gmock.h>

namespace konbit::imports {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> targets_of(const std::vector<ImportColumn>& columns) {
    std::vector<std::string> targets;
    for (const auto& column : columns) targets.push_back(column.target.value_or(""));
    return targets;
}

std::vector<ImportColumn> proposed(std::string_view csv, ImportKind kind = ImportKind::roster) {
    return propose(kind, read_table(csv).value());
}

TEST(SourceTable, IsReadFromTextAndFromWorkbooksAlike) {
    const SourceTable text = read_table("\n\nName;;Note\nBelmont;x;'=1+1\n").value();
    EXPECT_THAT(text.header, ElementsAre("Name", "B", "Note"));
    EXPECT_EQ(text.rows.front().number, 4);
    const auto workbook = sheets::write_sheet("A", {"Name", "", "Note"}, {{"Belmont", "x", "=1+1"}}).value();
    const SourceTable sheet = read_table(workbook).value();
    EXPECT_EQ(sheet.header, text.header);
    EXPECT_EQ(sheet.rows.front().cells, text.rows.front().cells);
}

// U+202E turns what follows it: a name that only looks like another one.
TEST(SourceTable, LeavesOutSignsThatTurnText) {
    const std::string turned = "Bel\u202Emont";
    EXPECT_EQ(read_table("Name\n" + turned + "\n").value().rows.front().cells.front(), "Belmont");
    const auto workbook = sheets::write_sheet("A", {"Name"}, {{turned}}).value();
    EXPECT_EQ(read_table(workbook).value().rows.front().cells.front(), "Belmont");
}

TEST(SourceTable, IsRefusedWithoutRowsOrWithTooMany) {
    EXPECT_EQ(read_table("name\n").error().fields.front().code, "no_rows");
    std::string many = "name\n";
    for (std::size_t i = 0; i <= most_rows; ++i) many += "x\n";
    EXPECT_EQ(read_table(many).error().fields.front().code, "too_many_rows");
}

TEST(Proposal, GoesByHeadersFirst) {
    EXPECT_THAT(targets_of(proposed("Empresa,País,Correo,Remarks\nBelmont,Grenada,a@b.example,fine\n")),
                ElementsAre("name", "country", "email", ""));
}

TEST(Proposal, GoesByContentsWhereHeadersSayNothing) {
    const auto columns = proposed(
        "C1,C2,C3,C4,C5,C6\n"
        "Belmont Estate,a@b.example,440-1234,www.belmont.gd,15/09/2025,Grenada\n"
        "Levera Moss,c@d.example,440-1235,https://levera.gd,3/4/2024,St. Lucia\n");
    EXPECT_THAT(targets_of(columns),
                ElementsAre("name", "email", "phone", "website", "joined_on", "country"));
    EXPECT_EQ(columns[1].basis, Basis::contents);
    EXPECT_EQ(columns[4].date_order, DateOrder::day_first) << "15/09 decides for 3/4";
}

TEST(Proposal, AsksOnceForDatesThatNothingDecides) {
    const auto columns = proposed("name,joined\nA,3/4/2025\nB,5/6/2025\n");
    EXPECT_TRUE(columns[1].asks_date_order);
    EXPECT_EQ(columns[1].date_order, std::nullopt);
    EXPECT_FALSE(proposed("name,joined\nA,2025-04-03\nB,5/5/2025\n")[1].asks_date_order);
}

TEST(Proposal, TakesNoFieldTwice) {
    EXPECT_THAT(targets_of(proposed("name,company\nA,B\n")), ElementsAre("name", ""));
}

TEST(Proposal, RemembersWhatWasChosen) {
    auto columns = proposed("name,group,joined\nA,B,3/4/2025\n");
    auto chosen = columns;
    chosen[1].target = std::nullopt;
    chosen[2].date_order = DateOrder::month_first;
    remember(columns, chosen, ImportKind::roster);
    EXPECT_THAT(targets_of(columns), ElementsAre("name", "", "joined_on"));
    EXPECT_EQ(columns[2].date_order, DateOrder::month_first);
    EXPECT_EQ(columns[0].basis, Basis::remembered);
    EXPECT_EQ(signature_of({"Name", "Grôup"}), signature_of({"name", "group"}));
    EXPECT_NE(signature_of({"name", "group"}), signature_of({"group", "name"}));
}

}  // namespace
}  // namespace konbit::imports
