// SPDX-License-Identifier: Apache-2.0
#include "http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace konbit::http {
namespace {

struct RouterTest : testing::Test {
    RouteInfo clusters{Method::get, "/api/clusters", "", "", {}};
    RouteInfo cluster{Method::get, "/api/clusters/{id}", "", "", {}};
    RouteInfo change{Method::patch, "/api/clusters/{id}", "", "", {}};
    RouteInfo mine{Method::get, "/api/clusters/mine", "", "", {}};
    RouteInfo members{Method::post, "/api/clusters/{id}/members/{member_id}", "", "", {}};
    RouteInfo home{Method::get, "/", "", "", {}};
    RouteInfo app{Method::get, "/app/{rest...}", "", "", {}};
    std::vector<const RouteInfo*> routes{&clusters, &cluster, &change, &mine, &members, &home, &app};
    Router router{routes};

    const RouteInfo* found(Method method, std::string_view path) {
        return router.find(method, path).match.route;
    }
};

TEST_F(RouterTest, FillsHolesInOrder) {
    const auto match = router.find(Method::post, "/api/clusters/c1/members/m2").match;
    EXPECT_EQ(match.route, &members);
    EXPECT_EQ(match.holes[0], "c1");
    EXPECT_EQ(match.holes[1], "m2");
}

TEST_F(RouterTest, PrefersALiteralToAHole) {
    EXPECT_EQ(found(Method::get, "/api/clusters/mine"), &mine);
    EXPECT_EQ(found(Method::get, "/api/clusters/other"), &cluster);
}

// "mine" is a literal without members below it, so the hole must be tried after all.
TEST_F(RouterTest, ComesBackFromALiteralThatLeadsNowhere) {
    EXPECT_EQ(found(Method::post, "/api/clusters/mine/members/m2"), &members);
}

TEST_F(RouterTest, TellsAnUnknownPathFromAnUnknownMethod) {
    EXPECT_EQ(router.find(Method::get, "/api/nothing").allowed, "");
    EXPECT_EQ(router.find(Method::put, "/api/clusters/c1").allowed, "OPTIONS, HEAD, GET, PATCH");
    EXPECT_EQ(found(Method::put, "/api/clusters/c1"), nullptr);
}

TEST_F(RouterTest, AnswersHeadByGet) { EXPECT_EQ(found(Method::head, "/api/clusters"), &clusters); }

TEST_F(RouterTest, TakesNoEmptyHoleAndNoTrailingSlash) {
    EXPECT_EQ(found(Method::get, "/api/clusters/"), nullptr);
    EXPECT_EQ(found(Method::get, "/api/clusters/c1/"), nullptr);
}

TEST_F(RouterTest, GivesTheRestWithItsSlashes) {
    EXPECT_EQ(found(Method::get, "/"), &home);
    EXPECT_EQ(router.find(Method::get, "/app/waves/7").match.holes[0], "waves/7");
    EXPECT_EQ(found(Method::get, "/app/"), &app);
    EXPECT_EQ(found(Method::get, "/app"), nullptr);
}

TEST_F(RouterTest, RefusesTwoRoutesOfOneShape) {
    const RouteInfo same{Method::get, "/api/clusters/{cluster_id}", "", "", {}};
    routes.push_back(&same);
    EXPECT_THROW(Router{routes}, std::logic_error);
}

}  // namespace
}  // namespace konbit::http
