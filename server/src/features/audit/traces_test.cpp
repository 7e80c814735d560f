// SPDX-License-Identifier: Apache-2.0
#include "features/audit/traces.hpp"

#include "features/audit/scene.hpp"

#include <gtest/gtest.h>

namespace konbit::audit {
namespace {

constexpr std::string_view cluster = "01930000-0000-7000-8000-00000000000c";
constexpr std::string_view wave = "01930000-0000-7000-8000-00000000000a";
constexpr std::string_view respondent = "01930000-0000-4000-8000-00000000000b";

http::RouteInfo route(http::Method method, std::string_view path, std::string_view policy) {
    http::RouteInfo info;
    info.method = method;
    info.path = path;
    info.policy = policy;
    return info;
}

TEST(AuditTraces, EveryChangeLeavesAnEntry) {
    const auto trace = trace_of(route(http::Method::post, "/api/meetings", "signed in"));
    EXPECT_EQ(trace.action, AuditAction::changed);
    EXPECT_FALSE(trace.is_awaited);
}

TEST(AuditTraces, WhatLeadsToAnswersByNameIsAwaited) {
    const auto trace =
        trace_of(route(http::Method::get, "/api/waves/{id}/anything", "analyst of the cluster's network"));
    EXPECT_EQ(trace.action, AuditAction::read);
    EXPECT_TRUE(trace.is_awaited);
}

TEST(AuditTraces, FilesForOneReaderAreExports) {
    EXPECT_EQ(trace_of(route(http::Method::get, "/api/any/new.csv", "signed in")).action,
              AuditAction::exported);
    EXPECT_EQ(trace_of(route(http::Method::get, "/clusters.csv", "anyone")).action, std::nullopt);
}

TEST(AuditTraces, ListsThatManyReadLeaveNothing) {
    EXPECT_EQ(trace_of(route(http::Method::get, "/api/clusters", "anyone")).action, std::nullopt);
}

TEST(AuditTraces, FiguresForEverybodyAreReleased) {
    for (const auto method : {http::Method::put, http::Method::remove}) {
        const auto trace =
            trace_of(route(method, "/api/waves/{id}/public_figures", "facilitator of the cluster"));
        EXPECT_EQ(trace.action, AuditAction::released);
        EXPECT_TRUE(trace.is_awaited);
    }
}

TEST(AuditTraces, TheNetworkAsAFileIsADownload) {
    const auto trace = trace_of(
        route(http::Method::get, "/api/waves/{id}/network_file", "analyst of the cluster's network"));
    EXPECT_EQ(trace.action, AuditAction::exported);
    EXPECT_EQ(trace.page, ReadPage::download);
}

TEST(AuditTraces, AServiceIsAnEntrance) {
    const auto trace = trace_of(route(http::Method::post, "/api/session/provider", "anyone"));
    EXPECT_EQ(trace.action, AuditAction::signed_in);
    EXPECT_TRUE(trace.is_entrance);
}

TEST(AuditTraces, NameTheInnermostRecordOfAPath) {
    const auto named = named_in("/api/waves/{id}/network", std::array{wave});
    EXPECT_EQ(named.kind, "wave");
    EXPECT_EQ(named.id, wave);
    EXPECT_EQ(named_in("/api/people/{id}", std::array{wave}).kind, "person");
    EXPECT_EQ(named_in("/api/entries", {}).kind, "entry");
}

TEST(AuditTraces, NameForWhomSomethingIsEntered) {
    const auto named =
        named_in("/api/waves/{id}/entries/{respondent_id}/enter", std::array{wave, respondent});
    EXPECT_EQ(named.kind, "wave");
    EXPECT_EQ(named.id, wave);
    EXPECT_EQ(named.respondent, respondent);
}

// A hole may hold what nobody may see: only what is an id is taken.
TEST(AuditTraces, PassOverTextsThatAreNoIds) {
    const auto named = named_in("/api/feeds/{secret}", std::array<std::string_view, 1>{"hunter2"});
    EXPECT_EQ(named.id, std::nullopt);
}

TEST(AuditTraces, RestOnTheGrantOfTheRecordItself) {
    const Grant elsewhere{{}, {}, Role::facilitator, Scope::cluster, std::string(wave)};
    const Grant own{{}, {}, Role::facilitator, Scope::cluster, std::string(cluster)};
    const http::Roles roles{Role::facilitator};
    const auto named = named_in("/api/clusters/{cluster_id}/members", std::array{cluster});
    const std::vector both{elsewhere, own};
    EXPECT_EQ(ground(both, roles, named), &both[1]);
    const auto other = named_in("/api/waves/{id}/network", std::array{respondent});
    EXPECT_EQ(ground(both, roles, other), nullptr);
    const std::vector one{own};
    EXPECT_EQ(ground(one, roles, other), one.data());
    EXPECT_EQ(ground(one, http::Roles{Role::administrator}, other), nullptr);
}

TEST(AuditScene, SaysByWhichToken) {
    Scene scene("node", "PATCH /api/organizations/{id}");
    EXPECT_EQ(scene.entry(AuditAction::changed, {}).changes, "[]");
    act_by(wave);
    EXPECT_EQ(scene.entry(AuditAction::changed, {}).changes,
              R"([{"field":"by_token","before":"","after":"01930000-0000-7000-8000-00000000000a"}])");
}

TEST(AuditScene, KeepsTheFirstPartOfAnAddress) {
    EXPECT_EQ(network_of("203.0.113.9"), "203.0.113.0/24");
    EXPECT_EQ(network_of("2001:db8:85a3::8a2e:370:7334"), "2001:db8:85a3::/48");
    EXPECT_EQ(network_of("2001:db8::1"), "2001:db8::/48");
    EXPECT_EQ(network_of("::1"), "::/48");
    EXPECT_EQ(network_of("a house"), "");
}

}  // namespace
}  // namespace konbit::audit
