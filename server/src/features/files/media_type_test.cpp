// SPDX-License-Identifier: Apache-2.0
#include "features/files/media_type.hpp"

#include <gtest/gtest.h>

#include <string>

namespace konbit::files {
namespace {

using namespace std::string_literals;

constexpr std::string_view svg = R"(<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>)";

std::string verdict(std::string_view bytes, std::string_view claimed) {
    const auto type = checked_media_type(bytes, claimed);
    return type ? std::string(name_of(*type)) : type.error().reason;
}

TEST(MediaType, IsTakenWhenTheFirstBytesAgree) {
    EXPECT_EQ(verdict("\x89PNG\r\n\x1a\n…", "image/png"), "image/png");
    EXPECT_EQ(verdict("\xff\xd8\xff\xe0", "image/jpeg"), "image/jpeg");
    EXPECT_EQ(verdict("RIFF\x10\x20\x30\x40WEBPVP8 ", "image/webp"), "image/webp");
    EXPECT_EQ(verdict("%PDF-1.7\n", "application/pdf"), "application/pdf");
    EXPECT_EQ(verdict("name,kind\nCoop Nord,cooperative\n", "text/csv ; charset=utf-8"), "text/csv");
    EXPECT_EQ(verdict("\xff\xfen\0a\0"s, "text/csv"), "text/csv");
}

TEST(MediaType, IsRefusedWhenTheContentIsSomethingElse) {
    EXPECT_EQ(verdict("\xff\xd8\xff\xe0", "image/png"), "file_type_differs");
    EXPECT_EQ(verdict("", "image/png"), "file_type_differs");
    EXPECT_EQ(verdict(svg, "text/csv"), "file_type_differs");
    EXPECT_EQ(verdict("\xef\xbb\xbf \n<html>", "text/csv"), "file_type_differs");
    EXPECT_EQ(verdict("name\0kind"s, "text/csv"), "file_type_differs");
}

TEST(MediaType, KnowsAWorkbookFromOtherArchives) {
    const auto workbook = name_of(MediaType::xlsx);
    EXPECT_EQ(verdict("PK\x03\x04[Content_Types].xml xl/workbook.xml", workbook), workbook);
    EXPECT_EQ(verdict("PK\x03\x04[Content_Types].xml word/document.xml", workbook), "file_type_differs");
    EXPECT_EQ(verdict("PK\x03\x04[Content_Types].xml xl/vbaProject.bin", workbook), "file_type_differs");
}

TEST(MediaType, IsNeverSvgNorMarkup) {
    for (const auto* claimed :
         {"image/svg+xml", "text/html", "application/xml", "application/octet-stream", ""})
        EXPECT_EQ(verdict(svg, claimed), "file_type_not_allowed") << claimed;
}

}  // namespace
}  // namespace konbit::files
