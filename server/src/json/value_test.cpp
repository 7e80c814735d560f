// SPDX-License-Identifier: Apache-2.0
#include "json/value.hpp"

#include <gtest/gtest.h>

namespace konbit::json {
namespace {

TEST(Value, IsWalkedWithoutAShape) {
    const Value value = parse(R"({"sub":"a1","aud":["x",2,null,1.5,true]})").value();
    EXPECT_EQ(value.text("sub"), "a1");
    EXPECT_EQ(value.text("aud"), std::nullopt);
    EXPECT_EQ(value.find("iss"), nullptr);
    EXPECT_EQ(value.find("aud")->as<Value::Array>()->size(), 5U);
}

TEST(Value, IsWrittenBack) {
    constexpr std::string_view text = R"({"sub":"a1","aud":["x",2,null,1.5,true]})";
    std::string out;
    write(out, parse(text).value());
    EXPECT_EQ(out, text);
}

}  // namespace
}  // namespace konbit::json
