// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;

namespace konbit {
namespace {

std::string broken_rule(std::string_view bytes) {
    const auto table = read_csv(bytes);
    return table ? "" : table.error().fields.at(0).pointer + " " + table.error().fields.at(0).code;
}

}  // namespace

TEST(Csv, ReadsQuotedCellsWithDelimitersQuotesAndNewlines) {
    const auto table = read_csv("id,name\r\n1,\"Cocoa, \"\"fine\"\"\nand raw\"\r\n2,\r\n").value();
    EXPECT_THAT(table.rows[0].cells, ElementsAre("1", "Cocoa, \"fine\"\nand raw"));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("2", ""));
}

TEST(Csv, FindsTheDelimiterInTheHeader) {
    EXPECT_EQ(read_csv("id;\"a,b,c\";x\n1;2;3").value().delimiter, ';');
    EXPECT_EQ(read_csv("id\tname\n1\t2").value().delimiter, '\t');
    EXPECT_EQ(read_csv("id\n1").value().delimiter, ',');
    EXPECT_EQ(read_csv("sep=;\nid\n1;").value().delimiter, ';');
}

TEST(Csv, CountsRowsAsASpreadsheetDoes) {
    const auto table = read_csv("id\n\n\"a\nb\"\nc").value();
    EXPECT_EQ(table.rows[0].number, 3);
    EXPECT_EQ(table.rows[1].number, 4);
}

TEST(Csv, LooksUpColumnsInAnyCase) {
    const auto table = read_csv(" Id , Name \n1,2").value();
    EXPECT_EQ(table.column("name"), 1U);
    EXPECT_EQ(table.column("weight"), std::nullopt);
}

TEST(Csv, FillsShortRowsAndDropsEmptyCellsBeyondTheHeader) {
    const auto table = read_csv("a,b\n1\n1,2,,\n").value();
    EXPECT_THAT(table.rows[0].cells, ElementsAre("1", ""));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "2"));
}

TEST(Csv, SaysWhichRowIsBroken) {
    EXPECT_EQ(broken_rule(""), "row:1 no_header");
    EXPECT_EQ(broken_rule(std::string_view("PK\x03\x04\x14\0\x06\0\x08\0\0\0!", 13)), "row:1 not_text");
    EXPECT_EQ(broken_rule("a,A\n"), "row:1/A duplicate_column");
    EXPECT_EQ(broken_rule("a,,b\n"), "row:1/2 empty_column_name");
    EXPECT_EQ(broken_rule("a\n1\n1,2\n"), "row:3 too_many_cells");
    EXPECT_EQ(broken_rule("a\n\"1\n"), "row:2 unclosed_quote");
    EXPECT_EQ(broken_rule("a\n\"1\"2\n"), "row:2 text_after_quote");
}

TEST(Csv, SaysInWhichEncodingItFoundTheFile) {
    const auto table = read_csv(
                           "name\nCura\xE7"
                           "ao\n")
                           .value();
    EXPECT_EQ(table.encoding, Encoding::windows_1252);
    EXPECT_EQ(table.rows[0].cells[0], "Curaçao");
}

TEST(Csv, MakesFormulasHarmlessAndLeavesNumbers) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@sum"), "'@sum");
    EXPECT_EQ(csv_cell("+1 758 555"), "'+1 758 555");
    EXPECT_EQ(csv_cell("-12.5"), "-12.5");
    EXPECT_EQ(csv_cell("+3e-2"), "+3e-2");
    EXPECT_EQ(csv_cell("-inf"), "'-inf");
    EXPECT_EQ(csv_cell("\rx"), "\"'\rx\"");
}

// Every start, in both widths, behind every run of what is taken away in front of it.
TEST(Csv, LeavesNoFormulaBehindBlanksQuotesAndApostrophes) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
        for (const std::string before : {"", "'", "''", " ", "  ", "\"", "' ", " '", "\"'", "'\" "}) {
            const auto text = before + start + "cmd|'/C calc'!A0";
            EXPECT_TRUE(neutralized(text).starts_with('\'')) << text;
            EXPECT_EQ(unneutralized(neutralized(text)), text);
        }
}

TEST(Csv, WritesWhatItReadsBack) {
    std::string out;
    CsvWriter writer(out);
    writer.cell("a,\"b\"").cell(0.1).cell(7LL).cell(std::nan("")).end_row();
    EXPECT_EQ(out, "\"a,\"\"b\"\"\",0.1,7,\r\n");
}

TEST(CsvRecords, TakeTheDelimiterOnWhichTheRecordsAgree) {
    const auto pasted = read_csv_records("Name, legal\tPlace, island\nSpice; Co\tGouyave\n").value();
    EXPECT_EQ(pasted.delimiter, '\t');
    ASSERT_EQ(pasted.rows.size(), 2U);
    EXPECT_EQ(pasted.rows[1].cells, (std::vector<std::string>{"Spice; Co", "Gouyave"}));
    EXPECT_EQ(read_csv_records("a;b\n1,5;2\n").value().delimiter, ';');
    EXPECT_EQ(read_csv_records("sep=;\na;b,c\n").value().rows.front().number, 2);
}

TEST(Neutralized, IsUndoneExactly) {
    for (const std::string_view text :
         {"=1+1", "'=1+1", "''=x",   "@home", "-12.5", "'-12.5", "+3e-2", "-",
          "'",    "'tis",  "",       "\tx",   "plain", "'''+",   "＝1",   "'＝1",
          " =1",  "\n=1",  "\"=1\"", "' -1",  "－",    "＠x",    "＋",    " plain"}) {
        EXPECT_EQ(unneutralized(neutralized(text)), text);
        EXPECT_FALSE(may_run_as_formula(neutralized(text))) << text;
    }
    EXPECT_EQ(neutralized("-12.5"), "-12.5") << "a number is no formula";
    EXPECT_EQ(neutralized("=1+1"), "'=1+1");
}

}  // namespace konbit
