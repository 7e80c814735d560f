// SPDX-License-Identifier: Apache-2.0
#include "json/schema.hpp"

#include "core/page.hpp"
#include "json/sample_test.hpp"
#include "json/value.hpp"

#include <gmock/gmock.h>

namespace konbit::json {
namespace {

using sample::Actor;
using sample::Address;
using testing::ElementsAre;
using testing::Key;

TEST(Schemas, NameTheThreeFacesOfAStruct) {
    Schemas schemas;
    EXPECT_EQ(schemas.of<Actor>(), R"({"$ref":"#/components/schemas/Actor"})");
    schemas.of<Actor>(Face::create);
    schemas.of<Actor>(Face::patch);
    EXPECT_THAT(schemas.components(),
                ElementsAre(Key("Actor"), Key("ActorCreate"), Key("ActorKind"), Key("ActorPatch"),
                            Key("Address"), Key("AddressCreate"), Key("Visibility")));
}

TEST(Schemas, SayWhatMayBeNullAndWhatMustBeGiven) {
    Schemas schemas;
    schemas.of<Address>(Face::create);
    EXPECT_EQ(
        schemas.components().at("AddressCreate"),
        R"({"type":"object","properties":{"street":{"type":"string"},"parish":{"type":["string","null"]}},)"
        R"("required":["street"],"additionalProperties":false})");
}

TEST(Schemas, AllowNullBesideAReferenceAndAFormat) {
    Schemas schemas;
    EXPECT_EQ(schemas.of<std::optional<Address>>(),
              R"({"anyOf":[{"$ref":"#/components/schemas/Address"},{"type":"null"}]})");
    EXPECT_EQ(schemas.of<std::optional<Date>>(), R"({"type":["string","null"],"format":"date"})");
}

TEST(Schemas, NameAPageAfterItsItems) {
    Schemas schemas;
    EXPECT_EQ(schemas.of<Page<Address>>(), R"({"$ref":"#/components/schemas/AddressPage"})");
}

TEST(Schemas, AreValidJson) {
    Schemas schemas;
    for (const Face face : {Face::read, Face::create, Face::patch}) schemas.of<Actor>(face);
    for (const auto& [name, schema] : schemas.components()) EXPECT_TRUE(parse(schema)) << name << schema;
}

TEST(Schemas, RefuseTwoTypesOfOneName) {
    Schemas schemas;
    Type impostor;
    impostor.kind = Kind::record;
    impostor.name = "Address";
    schemas.of<Address>();
    EXPECT_THROW(schemas.of(impostor), std::logic_error);
}

}  // namespace
}  // namespace konbit::json
