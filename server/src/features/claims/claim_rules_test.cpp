// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;

TEST(ClaimRules, FindAnAddressOnTheDomainOfTheWebsiteOrBelowIt) {
    EXPECT_TRUE(is_on_domain("info@spice.example", "https://www.spice.example/about"));
    EXPECT_TRUE(is_on_domain("Jo@MAIL.spice.example", "http://spice.example"));
    EXPECT_TRUE(is_on_domain("jo@spice.example", "https://spice.example:8443/"));
}

TEST(ClaimRules, FindNoAddressOnADomainThatOnlyEndsAlike) {
    EXPECT_FALSE(is_on_domain("jo@allspice.example", "https://spice.example"));
    EXPECT_FALSE(is_on_domain("jo@spice.example.evil.example", "https://spice.example"));
    EXPECT_FALSE(is_on_domain("jo@example", "https://spice.example"));
    EXPECT_FALSE(is_on_domain("jo@spice.example", std::nullopt));
}

TEST(ClaimRules, TakeNoMailProviderOrSharedSiteForADomainOfItsOwn) {
    EXPECT_FALSE(is_on_domain("anybody@gmail.com", "https://gmail.com"));
    EXPECT_FALSE(is_on_domain("anybody@facebook.com", "https://www.facebook.com/spicekitchen"));
    EXPECT_FALSE(is_on_domain("anybody@kitchen.wixsite.com", "https://kitchen.wixsite.com"));
}

TEST(ClaimRules, WantANameAndAnAddress) {
    ClaimRequest claim;
    claim.name = "  ";
    claim.email = "not an address";
    EXPECT_THAT(checked(claim).error().fields,
                ElementsAre(FieldError{"/name", "required"}, FieldError{"/email", "not_an_email"}));
}

}  // namespace
}  // namespace konbit
