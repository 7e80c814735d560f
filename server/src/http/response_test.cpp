// SPDX-License-Identifier: Apache-2.0
#include "http/response.hpp"

#include "http/assets.hpp"
#include "http/compress.hpp"
#include "http/problem.hpp"
#include "http/rate_limit.hpp"
#include "http/wire/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace konbit::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

TEST(Head, LetsNoValueBeginALine) {
    const auto head = head_of(Response{200, {}, {}, {}, false}.with("x-name", "a\r\nSet-Cookie: b"), true);
    EXPECT_THAT(head, HasSubstr("x-name: a  Set-Cookie: b\r\n"));
}

TEST(Head, GivesNoLengthToStatusesWithoutBody) {
    EXPECT_THAT(head_of(Response{204, {}, {}, {}, false}, true), Not(HasSubstr("Content-Length")));
    EXPECT_THAT(head_of(content("abc", "text/plain"), true), HasSubstr("Content-Length: 3\r\n"));
}

TEST(Redirects, StayOnThisHost) {
    for (const auto* path : {"/", "/app/waves?x=1", "/a//b"}) EXPECT_TRUE(is_local_path(path)) << path;
    for (const auto* path :
         {"", "//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a b", "/a\nb"})
        EXPECT_FALSE(is_local_path(path)) << path;
}

TEST(Downloads, TakeAnyFileName) {
    const auto response = download("x", "text/csv", "Grappe \"è\".csv");
    EXPECT_EQ(response.headers.get("content-disposition"),
              "attachment; filename=\"Grappe ____.csv\"; filename*=UTF-8''Grappe%20%22%C3%A8%22.csv");
}

TEST(EntityTags, CompareWithoutTheirWeakness) {
    EXPECT_TRUE(etag_matches("\"a\", W/\"b\"", "\"b\""));
    EXPECT_TRUE(etag_matches("*", "\"b\""));
    EXPECT_FALSE(etag_matches("\"a\"", "\"b\""));
    EXPECT_FALSE(etag_matches("", "\"b\""));
    EXPECT_EQ(weak_etag("x"), weak_etag("x"));
    EXPECT_NE(weak_etag("x"), weak_etag("y"));
}

TEST(Problem, ListsEveryBrokenFieldWithItsParameters) {
    const Error error{ErrorCode::invalid,
                      "invalid",
                      {{"/name", "too_long", {{"max", "200"}}}, {"/kind", "required", {}}},
                      {{"wave", "a\"b"}}};
    const auto response = problem(error, "r1");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.headers.get("content-type"), "application/problem+json");
    EXPECT_EQ(
        view(response.body),
        R"({"type":"about:blank","title":"Unprocessable Content","status":422,"reason":"invalid","request_id":"r1",)"
        R"("errors":[{"pointer":"/name","code":"too_long","params":{"max":"200"}},{"pointer":"/kind","code":"required"}],)"
        R"("params":{"wave":"a\"b"}})");
}

TEST(Problem, GivesEachCodeItsStatus) {
    using enum ErrorCode;
    EXPECT_EQ(status_of(malformed), 400);
    EXPECT_EQ(status_of(unauthenticated), 401);
    EXPECT_EQ(status_of(forbidden), 403);
    EXPECT_EQ(status_of(not_found), 404);
    EXPECT_EQ(status_of(conflict), 409);
    EXPECT_EQ(status_of(stale), 412);
    EXPECT_EQ(status_of(too_large), 413);
    EXPECT_EQ(status_of(wrong_media_type), 415);
    EXPECT_EQ(status_of(version_required), 428);
    EXPECT_EQ(status_of(too_many_requests), 429);
    EXPECT_EQ(status_of(unavailable), 503);
}

// Two at once, then one every 30 seconds.
TEST(RateLimiter, FillsUpWithTime) {
    RateLimiter limiter(Rate{2, 60s});
    const RateLimiter::Clock::time_point start{};
    EXPECT_TRUE(limiter.take("a", start));
    EXPECT_TRUE(limiter.take("a", start));
    EXPECT_TRUE(limiter.take("b", start));
    const auto refused = limiter.take("a", start + 10s);
    EXPECT_EQ(refused.error().params.at("retry_after_s"), "20");
    EXPECT_TRUE(limiter.take("a", start + 30s));
    EXPECT_FALSE(limiter.take("a", start + 31s));
}

TEST(RateLimiter, ForgetsTheQuietestKeyWhenItIsFull) {
    RateLimiter limiter(Rate{1, 60s}, 2);
    const RateLimiter::Clock::time_point now{};
    EXPECT_TRUE(limiter.take("a", now));
    EXPECT_TRUE(limiter.take("b", now));
    EXPECT_FALSE(limiter.take("a", now));
    EXPECT_TRUE(limiter.take("c", now));   // b goes
    EXPECT_FALSE(limiter.take("a", now));  // a stayed
    EXPECT_TRUE(limiter.take("b", now));
}

TEST(Assets, ComeInTheBestCodingAccepted) {
    const Asset asset{.path = "/assets/a-1.js",
                      .media_type = "text/javascript",
                      .etag = "\"e\"",
                      .raw = "raw",
                      .gzip = "gz",
                      .brotli = "br",
                      .is_immutable = true};
    Request request;
    EXPECT_EQ(view(asset_response(asset, request).body), "raw");
    request.headers.set("accept-encoding", "gzip");
    EXPECT_EQ(view(asset_response(asset, request).body), "gz");
    request.headers.set("accept-encoding", "gzip, br");
    const auto response = asset_response(asset, request);
    EXPECT_EQ(view(response.body), "br");
    EXPECT_EQ(response.headers.get("content-encoding"), "br");
    EXPECT_THAT(std::string(response.headers.get("cache-control")), HasSubstr("immutable"));
}

TEST(Assets, AreFoundByTheirWholePath) {
    const std::array sorted{Asset{"/a", "", "", "1"}, Asset{"/b", "", "", "2"}};
    const Assets assets(sorted);
    EXPECT_EQ(assets.find("/b")->raw, "2");
    EXPECT_EQ(assets.find("/ab"), nullptr);
    EXPECT_EQ(Assets().find("/a"), nullptr);
}

std::string inflated(std::string_view bytes) {
    std::string out(1 << 16, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

TEST(Gzip, ShrinksAndComesBack) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "a line of text " + std::to_string(i) + "\n";
    const auto small = gzip(text);
    EXPECT_LT(small.size() * 4, text.size());
    EXPECT_EQ(inflated(small), text);
}

}  // namespace
}  // namespace konbit::http
