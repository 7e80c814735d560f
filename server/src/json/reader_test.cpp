// SPDX-License-Identifier: Apache-2.0
#include "json/reader.hpp"

#include "json/sample_test.hpp"
#include "json/writer.hpp"

#include <gmock/gmock.h>

namespace konbit::json {
namespace {

using sample::Actor;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> findings(const auto& result) {
    std::vector<std::string> found;
    for (const FieldError& error : result.error().fields) found.push_back(error.pointer + " " + error.code);
    return found;
}

constexpr std::string_view smallest = R"({"name":"Kakawo","turnover":3e2,"address":{"street":"Rue 5"}})";

TEST(ReadCreate, NeedsOnlyWhatHasNoDefault) {
    const auto draft = read_create<Actor>(smallest);
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->name, "Kakawo");
    EXPECT_EQ(draft->turnover, 300);
    EXPECT_TRUE(draft->is_active);
    EXPECT_THAT(draft->given.names, ElementsAre("name", "turnover", "address"));
}

TEST(ReadCreate, ReportsEveryBrokenFieldAtOnce) {
    const auto draft =
        read_create<Actor>(R"({"id":"x","kind":"club","founded_year":1.5,"turnover":99999999999999999999,
        "address":{"street":5,"zip":1},"tags":["a",2],"joined_on":"2026-02-30","sort_key":"a","version":2,
        "title":{"klingon":"a"},"counts":{"a/b":3000000000},"is_active":1})");
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error().code, ErrorCode::invalid);
    EXPECT_THAT(findings(draft),
                UnorderedElementsAre("/id read_only", "/name required", "/kind not_allowed",
                                     "/founded_year not_a_whole_number", "/turnover not_a_whole_number",
                                     "/address/street wrong_type", "/address/zip unknown",
                                     "/tags/1 wrong_type", "/joined_on not_a_date", "/sort_key unknown",
                                     "/version read_only", "/title/klingon not_allowed",
                                     "/counts/a~1b out_of_range", "/is_active wrong_type"));
}

TEST(ReadCreate, RefusesControlCharactersInText) {
    EXPECT_THAT(findings(read<std::vector<std::string>>(R"(["a\u0000","b\n"])")),
                ElementsAre("/0 control_character"));
    EXPECT_THAT(
        findings(read<std::vector<std::string>>(R"(["\u202Enoclaf","\u0643\u0627\u0643\u0627\u0648"])")),
        ElementsAre("/0 control_character"))
        << "a name that turns what follows it around; Arabic letters need no such thing";
}

TEST(ReadCreate, RefusesWhatIsNoJson) {
    EXPECT_EQ(read_create<Actor>("{\"name\":").error().code, ErrorCode::malformed);
    EXPECT_EQ(read_create<Actor>("\"\xFF\"").error().reason, "not_json");
    EXPECT_EQ(read<RawJson>(std::string(40, '[') + std::string(40, ']')).error().code, ErrorCode::malformed);
    EXPECT_THAT(findings(read_create<Actor>("[]")), ElementsAre(" wrong_type"));
}

TEST(ReadPatch, ChangesOnlyWhatIsGiven) {
    Actor stored;
    stored.name = "Kakawo";
    stored.founded_year = 1998;
    stored.tags = {"old"};
    const auto patch = read_patch<Actor>(R"({"founded_year":null,"tags":["new"]})");
    ASSERT_TRUE(patch);
    const Actor wanted = patch->onto(stored).value();
    EXPECT_EQ(wanted.name, "Kakawo");
    EXPECT_EQ(wanted.founded_year, std::nullopt);
    EXPECT_THAT(wanted.tags, ElementsAre("new"));
}

TEST(ReadPatch, ReplacesANestedStructWhole) {
    EXPECT_THAT(findings(read_patch<Actor>(R"({"address":{"parish":"St. Mark"},"name":null})")),
                UnorderedElementsAre("/address/street required", "/name wrong_type"));
}

TEST(ReadPatch, RefusesAnotherVersionThanTheCallerSaw) {
    auto patch = read_patch<Actor>(R"({"name":"New"})").value();
    Actor stored;
    stored.version = 3;
    patch.expected_version = 2;
    EXPECT_EQ(patch.onto(stored).error().code, ErrorCode::stale);
    patch.expected_version = 3;
    EXPECT_EQ(patch.onto(stored)->name, "New");
}

TEST(Given, LetsRulesRefuseWhatOnlyTheOwnerMayGive) {
    const auto patch = read_patch<Actor>(R"({"visibility":"public","name":"New"})").value();
    EXPECT_THAT(findings(patch.given.refuse_owner_only()), ElementsAre("/visibility owner_only"));
    EXPECT_TRUE(read_patch<Actor>(R"({"name":"New"})")->given.refuse_owner_only().has_value());
}

TEST(ReadStored, ForgivesFieldsOfAnotherRelease) {
    const auto actor = read<Actor>(R"({"name":"Kakawo","gone":1,"sort_key":"2a"})", Purpose::stored);
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->sort_key, "2a");
    EXPECT_THAT(actor->tags, IsEmpty());
}

TEST(ReadStored, ReadsBackWhatWasWritten) {
    Actor actor = read_create<Actor>(smallest).value();
    actor.created_at = Instant{1'700'000'000'123};
    actor.title.texts = {{"ht", "kakawo"}};
    actor.counts = {{"firms", 3}};
    const Actor again = read<Actor>(text_of(actor, {.stored = true}), Purpose::stored).value();
    EXPECT_TRUE(equal(type_of<Actor>(), &actor, &again));
    actor.counts["firms"] = 4;
    EXPECT_FALSE(equal(type_of<Actor>(), &actor, &again));
}

TEST(ReadStored, ReadsTextsByLanguageWithAndWithoutEscapes) {
    for (const Localized& texts :
         {Localized{}, Localized{{{"en", ""}}}, Localized{{{"en", "Cocoa"}, {"ht", "Kakawo"}}},
          Localized{{{"en", "a \"b\" \\ c"}, {"fr", "l'été, ligne\nligne"}}}}) {
        EXPECT_EQ(read<Localized>(text_of(texts, {.stored = true}), Purpose::stored).value(), texts);
    }
    for (const auto* broken :
         {"", "{\"", "{\"en\"", "{\"en\":\"", "{\"en\":\"a\"", "{\"en\":\"a\",", "{\"en\":3}"})
        EXPECT_FALSE(read<Localized>(broken, Purpose::stored)) << broken;
}

}  // namespace
}  // namespace konbit::json
