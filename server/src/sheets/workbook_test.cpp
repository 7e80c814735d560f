// SPDX-License-Identifier: Apache-2.0
#include "sheets/workbook.hpp"

#include "sheets/testing/made_workbook.hpp"

#include <gmock/gmock.h>

namespace konbit::sheets {
namespace {

using ::testing::ElementsAre;
using testing::packed;
using testing::Parts;
using testing::workbook_with;

std::vector<SheetRow> rows_of(const Parts& parts) {
    auto sheet = read_sheet(packed(parts));
    if (!sheet) throw std::runtime_error(sheet.error().fields.front().code);
    return std::move(sheet->rows);
}

std::string refusal_of(const std::string& bytes, const WorkbookLimits& limits = {}) {
    const auto sheet = read_sheet(bytes, {}, limits);
    return sheet ? "" : sheet.error().fields.front().code;
}

std::string refusal_of(const Parts& parts, const WorkbookLimits& limits = {}) {
    return refusal_of(packed(parts), limits);
}

TEST(Workbook, ReadsStringsOfEveryKind) {
    Parts parts =
        workbook_with(R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in </t>)"
                      R"(</is></c><c r="C1" t="str"><f>A1</f><v>computed</v></c></row>)");
    parts["xl/sharedStrings.xml"] =
        R"(<sst><si><t>unused</t></si><si><r><t>Spice </t></r><r><t xml:space="preserve">&amp; Co</t></r>)"
        R"(<rPh><t>no</t></rPh></si></sst>)";
    EXPECT_THAT(rows_of(parts)[0].cells, ElementsAre("Spice & Co", "in ", "computed"));
}

TEST(Workbook, ReadsNumbersAsTheyWouldBeTyped) {
    const auto rows = rows_of(workbook_with(
        R"(<row r="1"><c><v>1998</v></c><c><v>0.30000000000000004</v></c><c><v>14734401234</v></c>)"
        R"(<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>)"));
    EXPECT_THAT(rows[0].cells, ElementsAre("1998", "0.3", "14734401234", "true", "false", "#N/A"));
}

// Style 1 has the built-in format 14, style 2 one of its own. 45915 days after 1899-12-30 is 2025-09-15, and
// 1904 workbooks count 1462 days less.
TEST(Workbook, ReadsDaysOfBothDateSystems) {
    const std::string styles =
        R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\ mmm\ yyyy"/></numFmts><cellXfs>)"
        R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>)";
    Parts from_1900 = workbook_with(
        R"(<row r="1"><c s="1"><v>45915</v></c><c s="2"><v>45915.5625</v></c><c s="0"><v>45915</v></c></row>)");
    from_1900["xl/styles.xml"] = styles;
    EXPECT_THAT(rows_of(from_1900)[0].cells, ElementsAre("2025-09-15", "2025-09-15 13:30:00", "45915"));

    Parts from_1904 = workbook_with(R"(<row r="1"><c s="1"><v>44453</v></c></row>)");
    from_1904["xl/styles.xml"] = styles;
    from_1904["xl/workbook.xml"] =
        R"(<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>)";
    EXPECT_THAT(rows_of(from_1904)[0].cells, ElementsAre("2025-09-15"));
}

TEST(Workbook, KeepsThePlacesOfCells) {
    const auto rows = rows_of(workbook_with(
        R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="XFD2" s="1"/></row><row r="3"/>)"
        R"(<row r="5"><c r="A5"><v>3</v></c></row>)"));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].number, 2);
    EXPECT_THAT(rows[0].cells, ElementsAre("", "1", "", "2"));
    EXPECT_EQ(rows[1].number, 5);
}

TEST(Workbook, ReadsPrefixedNamesAndAbsoluteTargets) {
    const auto rows = rows_of({
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/book/main.xml"/></Relationships>)"},
        {"book/main.xml", R"(<x:workbook><x:sheets><x:sheet name="A" rel:id="b"/></x:sheets></x:workbook>)"},
        {"book/_rels/main.xml.rels",
         R"(<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="/book/s.xml"/></Relationships>)"},
        {"book/s.xml",
         R"(<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>)"},
    });
    EXPECT_THAT(rows[0].cells, ElementsAre("7"));
}

TEST(Workbook, TakesTheFirstSheetThatIsSeenOrTheOneNamed) {
    Parts parts = workbook_with(R"(<row><c><v>1</v></c></row>)");
    parts["xl/workbook.xml"] =
        R"(<workbook><sheets><sheet name="Lists" state="hidden" r:id="rId2"/><sheet name="Members" r:id="rId1"/>)"
        R"(<sheet name="Old" r:id="rId2"/></sheets></workbook>)";
    parts["xl/_rels/workbook.xml.rels"] =
        R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>)"
        R"(<Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/old.xml"/></Relationships>)";
    parts["xl/worksheets/old.xml"] =
        R"(<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>)";
    const std::string bytes = packed(parts);
    EXPECT_EQ(read_sheet(bytes)->name, "Members");
    EXPECT_THAT(read_sheet(bytes)->others, ElementsAre("Old"));
    EXPECT_THAT(read_sheet(bytes, "Old")->rows[0].cells, ElementsAre("2"));
    EXPECT_EQ(read_sheet(bytes, "None").error().fields.front().code, "no_such_sheet");
}

TEST(Workbook, RefusesWhatIsNoWorkbook) {
    EXPECT_EQ(refusal_of("name,country\n"), "not_a_workbook");
    EXPECT_EQ(refusal_of("PK\x03\x04 and then nothing"), "not_a_workbook");
    EXPECT_EQ(refusal_of("\xD0\xCF\x11\xE0 the format before 2007"), "workbook_locked");
    EXPECT_EQ(refusal_of(Parts{{"word/document.xml", "<document/>"}}), "workbook_broken");
    EXPECT_EQ(refusal_of(workbook_with("<row><c></row>")), "workbook_broken");
}

TEST(Workbook, RefusesDocumentTypesAndWithThemEntities) {
    Parts parts = workbook_with("");
    parts["xl/sharedStrings.xml"] =
        R"(<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>)";
    EXPECT_EQ(refusal_of(parts), "workbook_broken");
}

TEST(Workbook, RefusesRowsAndCellsOutOfOrder) {
    EXPECT_EQ(refusal_of(workbook_with(R"(<row r="2"/><row r="1"/>)")), "workbook_broken");
    EXPECT_EQ(refusal_of(workbook_with(R"(<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)")),
              "workbook_broken");
    EXPECT_EQ(refusal_of(workbook_with(R"(<row><c t="s"><v>4</v></c></row>)")), "workbook_broken");
    EXPECT_EQ(refusal_of(workbook_with(R"(<row><c><v>many</v></c></row>)")), "workbook_broken");
}

TEST(Workbook, RefusesMoreThanItsLimits) {
    EXPECT_EQ(refusal_of(workbook_with(std::string(8 * 1024 * 1024, ' '))), "workbook_too_large");
    WorkbookLimits small;
    small.archive.entries = 2;
    EXPECT_EQ(refusal_of(workbook_with(""), small), "workbook_too_large");
    EXPECT_EQ(refusal_of(workbook_with(R"(<row><c r="GS1"><v>1</v></c></row>)")), "too_many_columns");
    WorkbookLimits two_rows;
    two_rows.rows = 2;
    const std::string row = "<row><c><v>1</v></c></row>";
    EXPECT_EQ(refusal_of(workbook_with(row + row + row), two_rows), "too_many_rows");
}

TEST(Workbook, WritesTextsThatReadBackTheSame) {
    const std::vector<std::string> header{"name", "note"};
    const std::vector<std::vector<std::string>> rows{
        {"Café d'Ébène & <Sons>", " =1+1 "}, {"\"two\nlines\"", "a\rb"}, {"1998", "_x000D_"}};
    const auto bytes = write_sheet("Members / Miembros", header, rows);
    ASSERT_TRUE(bytes);
    const auto sheet = read_sheet(*bytes);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->name, "Members   Miembros");
    ASSERT_EQ(sheet->rows.size(), 4U);
    EXPECT_EQ(sheet->rows[0].cells, header);
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(sheet->rows[i + 1].cells, rows[i]);
}

}  // namespace
}  // namespace konbit::sheets
