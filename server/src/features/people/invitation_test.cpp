// SPDX-License-Identifier: Apache-2.0
#include "features/people/invitation.hpp"

#include <gtest/gtest.h>

namespace konbit::people {
namespace {

const crypto::Key key = crypto::Key::random();
const PersonInvitationId id(new_uuid_v4());

std::string token_of(const std::string& url) { return url.substr(url.find('#') + 1); }

TEST(Invitation, IsNamedByItsAddress) {
    const std::string url = invitation_url("https://konbit.example", key, id);
    EXPECT_TRUE(url.starts_with("https://konbit.example/app/invitation#"));
    EXPECT_EQ(read_invitation(token_of(url), key), id);
}

TEST(Invitation, OpensWithNothingElse) {
    const std::string token = token_of(invitation_url("", key, id));
    EXPECT_FALSE(read_invitation(token, crypto::Key::random()));
    EXPECT_FALSE(read_invitation(token.substr(0, token.size() - 1), key));
    EXPECT_FALSE(read_invitation(token.substr(0, 36), key));
    EXPECT_FALSE(read_invitation("", key));
}

TEST(Invitation, EndsWhenItWasUsedAndAfterItsTime) {
    PersonInvitation invitation;
    invitation.expires_at = Instant{1000};
    EXPECT_TRUE(check_open(invitation, Instant{999}));
    EXPECT_EQ(check_open(invitation, Instant{1000}).error().reason, "invitation_ended");
    invitation.accepted_at = Instant{500};
    EXPECT_EQ(check_open(invitation, Instant{600}).error().reason, "invitation_used");
}

}  // namespace
}  // namespace konbit::people
