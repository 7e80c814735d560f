// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include "core/page.hpp"
#include "json/reader.hpp"
#include "json/sample_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::json {
namespace {

using sample::Actor;

Actor some_actor() {
    Actor actor;
    actor.id = *sample::ActorId::parse("0195f3a0-0000-7000-8000-00000000000a");
    actor.name = "Kakawo \"Lakay\"";
    actor.founded_year = 1998;
    actor.share = 0.1;
    actor.joined_on = Date::parse("2026-11-21");
    actor.title.texts = {{"en", "cocoa"}, {"ht", "kakawo"}};
    actor.address.street = "Rue 5";
    actor.tags = {"cocoa", "export"};
    actor.counts = {{"firms", 3}};
    actor.sort_key = "2a5f";
    return actor;
}

TEST(Write, GivesEveryFieldInOrderButTheNeverSent) {
    EXPECT_EQ(text_of(some_actor()),
              R"({"id":"0195f3a0-0000-7000-8000-00000000000a","name":"Kakawo \"Lakay\"","kind":"firm",)"
              R"("founded_year":1998,"turnover":0,"share":0.1,"is_active":true,)"
              R"("created_at":"1970-01-01T00:00:00.000Z","joined_on":"2026-11-21",)"
              R"("title":{"en":"cocoa","ht":"kakawo"},"address":{"street":"Rue 5","parish":null},)"
              R"("tags":["cocoa","export"],"counts":{"firms":3},"visibility":"private","version":1})");
}

TEST(Write, KeepsTheNeverSentForTheDatabase) {
    EXPECT_NE(text_of(some_actor(), {.stored = true}).find(R"("sort_key":"2a5f")"), std::string::npos);
}

TEST(Write, GivesAPageWithItsCursor) {
    const Page<std::string> page{{"a"}, "next", std::nullopt};
    EXPECT_EQ(text_of(page), R"({"items":["a"],"next":"next","count":null})");
}

TEST(Write, MakesNullOfWhatIsNoNumber) {
    EXPECT_EQ(text_of(std::vector<double>{1, 0.1, 1e300, NAN, INFINITY}), "[1,0.1,1e+300,null,null]");
}

TEST(Write, CannotCloseAScriptElement) {
    const std::vector<std::string> texts{"</script>", "\xE2\x80\xA8"};
    EXPECT_EQ(text_of(texts, {.in_html = true}), R"(["\u003c/script\u003e","\u2028"])");
    EXPECT_EQ(text_of(RawJson{R"({"a":"<b>"})"}, {.in_html = true}), R"({"a":"\u003cb\u003e"})");
}

// Escapes are looked for eight bytes at a time: wherever one stands, it must be seen.
TEST(Write, EscapesAtEveryPlaceOfALongText) {
    for (const char c : {'"', '\\', '\n', '\x1F', '\x7F'}) {
        for (std::size_t at = 0; at < 20; ++at) {
            std::string text(20, '~');
            text[at] = c;
            const std::string written = text_of(text);
            EXPECT_GT(written.size(), text.size() + 2) << at;
            EXPECT_EQ(read<std::string>(written, Purpose::stored).value(), text) << at;
        }
    }
}

TEST(Write, ReplacesInvalidUtf8) {
    EXPECT_EQ(text_of(std::string("a\xFF"
                                  "b\x01")),
              "\"a\xEF\xBF\xBD"
              "b\\u0001\"");
}

}  // namespace
}  // namespace konbit::json
