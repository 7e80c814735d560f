// SPDX-License-Identifier: Apache-2.0
#include "core/page.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

constexpr const char* id = "0195f3a0-0000-7000-8000-00000000000a";

TEST(Cursor, IsReadBackWithTheKindOfItsKey) {
    for (const Cursor& cursor :
         {Cursor{std::string("2a5f"), id}, Cursor{std::int64_t{-7}, id}, Cursor{0.1, id}}) {
        EXPECT_EQ(Cursor::parse(cursor.str()), cursor);
    }
}

TEST(Cursor, RefusesWhatNoPageGave) {
    EXPECT_FALSE(Cursor::parse("x"));
    EXPECT_FALSE(Cursor::parse(""));
    EXPECT_FALSE(Cursor::parse("aW52YWxpZA"));
}

TEST(PageRequest, KeepsItsSizeInBounds) {
    EXPECT_EQ(PageRequest::of("").value().size, 50);
    EXPECT_EQ(PageRequest::of("", 200).value().size, 200);
    EXPECT_EQ(PageRequest::of("", 201).error().fields.front().pointer, "/size");
    EXPECT_EQ(PageRequest::of("nonsense").error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace konbit
