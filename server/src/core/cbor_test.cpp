// SPDX-License-Identifier: Apache-2.0
#include "core/cbor.hpp"

#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::cbor {

namespace {

/// The bytes outlive what was read of them.
struct Example {
    std::string bytes;
    std::optional<Read> result;

    explicit Example(std::string_view hex) : bytes(codec::from_hex(hex).value()), result(read(bytes)) {}
    const Item& item() const { return result->item; }
};

std::int64_t number(std::string_view hex) { return Example(hex).item().number; }
bool is_refused(std::string_view hex) { return !Example(hex).result; }

// RFC 8949, appendix A.
TEST(Cbor, ReadsTheExamplesOfTheStandard) {
    EXPECT_EQ(number("00"), 0);
    EXPECT_EQ(number("17"), 23);
    EXPECT_EQ(number("1818"), 24);
    EXPECT_EQ(number("1903e8"), 1000);
    EXPECT_EQ(number("1b000000e8d4a51000"), 1000000000000);
    EXPECT_EQ(number("20"), -1);
    EXPECT_EQ(number("3903e7"), -1000);
    EXPECT_EQ(number("f5"), 1);
    EXPECT_EQ(Example("f6").item().kind, Kind::null);
    EXPECT_EQ(Example("4401020304").item().string, std::string_view("\1\2\3\4", 4));
    EXPECT_EQ(Example("6449455446").item().string, "IETF");
    EXPECT_EQ(Example("8301820203820405").item().items[2].items[1].number, 5);
    EXPECT_EQ(Example("a26161016162820203").item().find("b")->items[0].number, 2);
    EXPECT_EQ(Example("a201020304").item().find(3)->number, 4);
    EXPECT_EQ(Example("a201020304").item().find(2), nullptr);
}

TEST(Cbor, TellsHowMuchItRead) { EXPECT_EQ(Example("4401020304ffff").result->size, 5u); }

TEST(Cbor, RefusesWhatIsCutOff) {
    for (const auto* each : {"", "18", "1903", "44010203", "82", "8201", "a1", "a101", "7bffffffffffffffff"})
        EXPECT_TRUE(is_refused(each)) << each;
}

TEST(Cbor, RefusesEverySecondWayToWriteTheSame) {
    for (const auto* each : {"1817", "190018", "1a00000018", "1b0000000000000018", "580141"})
        EXPECT_TRUE(is_refused(each)) << each;
}

TEST(Cbor, RefusesIndefiniteLengthsTagsFloatsAndUndefined) {
    for (const auto* each : {"5f4101ff", "9f01ff", "bf616101ff", "c11a514b67b0", "f93c00", "f7", "f8ff"})
        EXPECT_TRUE(is_refused(each)) << each;
}

TEST(Cbor, RefusesAKeyTwiceAndKeysOfOtherKinds) {
    EXPECT_TRUE(is_refused("a201020103"));
    EXPECT_TRUE(is_refused("a2616101616102"));
    EXPECT_TRUE(is_refused("a1410102"));
    EXPECT_FALSE(is_refused("a201020203"));
}

TEST(Cbor, RefusesWhatIsNestedTooDeepOrTooLong) {
    EXPECT_FALSE(is_refused("81818100"));
    EXPECT_TRUE(is_refused("8181818100"));
    EXPECT_TRUE(is_refused("9a00ffffff"));
    EXPECT_TRUE(is_refused("ba7fffffff"));
    EXPECT_TRUE(is_refused("3bffffffffffffffff")) << "below the smallest integer";
}

}  // namespace

}  // namespace konbit::cbor
