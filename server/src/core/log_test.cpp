// SPDX-License-Identifier: Apache-2.0
#include "core/log.hpp"

#include <gtest/gtest.h>

namespace konbit::log {
namespace {

TEST(LogLine, KeepsAForgedLineBreakInsideItsValue) {
    EXPECT_EQ(line(Format::plain, Level::info, "request", {{"path", "/a\nerror fake"}, {"status", 404}}),
              R"(info request path="/a\nerror fake" status=404)");
}

TEST(LogLine, IsAJsonObjectOnceItsTimeStandsBefore) {
    EXPECT_EQ(line(Format::json, Level::error, "no \"disk\"", {{"bytes", 12}}),
              R"("level":"error","message":"no \"disk\"","bytes":12})");
}

}  // namespace
}  // namespace konbit::log
