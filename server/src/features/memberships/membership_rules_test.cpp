// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/membership_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;

TEST(MembershipRules, AcceptAMemberWithAPhoneAndNoMail) {
    Membership membership;
    membership.label = "Castle Bruce Women's Cocoa Group";
    membership.contact_phone = "+1-767-555-0123";
    EXPECT_TRUE(checked(membership));
}

TEST(MembershipRules, ReportEveryBrokenFieldAtOnce) {
    Membership membership;
    membership.contact_email = "shanelle at m02.example";
    membership.contact_phone = "ask at the shop";
    membership.language = "xx";
    membership.joined_on = Date::of(2025, 9, 15);
    membership.left_on = Date::of(2025, 9, 14);
    const auto result = checked(membership);
    ASSERT_FALSE(result);
    EXPECT_THAT(
        result.error().fields,
        ElementsAre(FieldError{"/label", "required"}, FieldError{"/contact_email", "not_an_email"},
                    FieldError{"/contact_phone", "not_a_phone"}, FieldError{"/language", "unknown_code"},
                    FieldError{"/left_on", "before_joined_on"}));
}

// "Bellevue ... of the South" has exactly 60 code points.
TEST(MembershipRules, CutLabelsAtAWholeWord) {
    EXPECT_EQ(label_of("Micoud Pepper and Seasoning"), "Micoud Pepper and Seasoning");
    EXPECT_EQ(label_of("Bellevue Chopin Bay Leaf Distillers and Packers of the South (resettled growers)"),
              "Bellevue Chopin Bay Leaf Distillers and Packers of the South");
}

TEST(MembershipRules, KeepEachTagOnceInTheOrderGiven) {
    Membership membership;
    membership.label = "Spice Kitchen";
    membership.tags = {" Organic ", "Export", "organic", ""};
    EXPECT_THAT(checked(membership)->tags, ElementsAre("Organic", "Export"));
    membership.tags.assign(13, "");
    for (std::size_t i = 0; i < 13; ++i) membership.tags[i] = "tag " + std::to_string(i);
    EXPECT_EQ(checked(membership).error().fields.front().code, "too_many");
}

TEST(MembershipRules, KnowNoReasonWhyAPresentMemberLeft) {
    Membership membership;
    membership.label = "Spice Kitchen";
    membership.left_reason = LeftReason::cost;
    EXPECT_FALSE(checked(membership)->left_reason);
    membership.left_on = Date::of(2026, 1, 31);
    EXPECT_EQ(checked(membership)->left_reason, LeftReason::cost);
}

TEST(MembershipRules, TellMailAddressesFromOtherTexts) {
    EXPECT_TRUE(is_email("shanelle@m02.example"));
    for (const auto* text :
         {"", "@m02.example", "a@b", "a@@b.example", "a b@c.example", "a@b.example, c@d.example"})
        EXPECT_FALSE(is_email(text)) << text;
}

}  // namespace
}  // namespace konbit
