// SPDX-License-Identifier: Apache-2.0
#include "http/route.hpp"

#include "http/router.hpp"
#include "http/testing/harbor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace konbit::http {
namespace {

using testing::HasSubstr;

using namespace harbor;

template <class P, class Handler>
concept Routable = requires(P policy, Handler handler) { route(get, "/", "", policy, handler); };

// Refused while compiling: the policy asks for a harbor that the path does not name.
static_assert(!Routable<decltype(may_moor), Result<NoContent> (*)(int&)>);

struct RouteTest : testing::Test {
    Harbors app;
    Request request;

    RouteTest() {
        const std::string id = "0190b3a0-0000-7000-8000-000000000001";
        Boat boat;
        boat.id = *BoatId::parse(id);
        boat.name = "Konpè";
        boat.version = 3;
        app.boats[id] = boat;
        request.headers.add("content-type", "application/json");
    }

    Result<Response> run(Method method, std::string path, Stage stage = Stage::answer) {
        std::vector<const RouteInfo*> infos;
        for (const auto& each : routes) infos.push_back(&each);
        request.method = method;
        request.path = std::move(path);
        request.match = Router(infos).find(method, request.path).match;
        const auto& met = routes[request.match.index];
        return met.run(met, app, request, stage);
    }

    Error error(Method method, std::string path) { return run(method, std::move(path)).error(); }
};

constexpr auto boat_path = "/api/boats/0190b3a0-0000-7000-8000-000000000001";
constexpr auto moor_path = "/api/harbors/0190b3a0-0000-7000-8000-00000000000a/boats";

TEST_F(RouteTest, AnswersAPageOfRecords) {
    request.query = *Parameters::parse("q=Konp&rig=sloop,ketch&limit=1");
    const auto response = run(get, "/api/boats").value();
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(view(response.body), HasSubstr(R"("name":"Konpè")"));
}

TEST_F(RouteTest, NamesEveryBrokenParameterAtOnce) {
    request.query = *Parameters::parse("rig=sloop,junk&limit=many&colour=red");
    const auto fault = error(get, "/api/boats");
    EXPECT_EQ(fault.code, ErrorCode::invalid);
    EXPECT_EQ(fault.fields,
              (std::vector<FieldError>{
                  {"/rig", "not_allowed"}, {"/limit", "not_a_whole_number"}, {"/colour", "unknown"}}));
}

TEST_F(RouteTest, TakesARepeatedParameterForMalformed) {
    request.query = *Parameters::parse("q=a&q=b");
    EXPECT_EQ(error(get, "/api/boats").code, ErrorCode::malformed);
}

TEST_F(RouteTest, AsksThePolicyBeforeItLooksAtTheBody) {
    request.body = "no JSON at all";
    EXPECT_EQ(error(post, moor_path).code, ErrorCode::forbidden);
    request.headers.add("authorization", "master");
    EXPECT_EQ(error(post, moor_path).code, ErrorCode::malformed);
}

TEST_F(RouteTest, AdmitsWithoutABody) {
    request.headers.add("authorization", "master");
    EXPECT_TRUE(run(post, moor_path, Stage::admission).has_value());
    EXPECT_EQ(app.boats.size(), 1u);
}

TEST_F(RouteTest, TellsWhereARecordWasMade) {
    request.headers.add("authorization", "master");
    request.body = R"({"name":"Erzulie"})";
    const auto response = run(post, moor_path).value();
    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(response.headers.get("location"), "/api/boats/" + response.record_id);
    EXPECT_TRUE(app.boats.contains(response.record_id));
}

TEST_F(RouteTest, DemandsTheVersionForChanges) {
    request.body = R"({"length_m":9})";
    EXPECT_EQ(error(patch, boat_path).code, ErrorCode::version_required);
    EXPECT_EQ(error(Method::remove, boat_path).code, ErrorCode::version_required);
    request.headers.set("if-match", "\"2\"");
    EXPECT_EQ(error(patch, boat_path).code, ErrorCode::stale);
    EXPECT_EQ(error(Method::remove, boat_path).code, ErrorCode::stale);
}

TEST_F(RouteTest, TakesTheEntityTagBackAsVersion) {
    request.body = R"({"length_m":9})";
    request.headers.set("if-match", "\"3\"");
    const auto first = run(patch, boat_path).value();
    EXPECT_TRUE(first.headers.get("etag").starts_with("\"4-"));
    request.headers.set("if-match", first.headers.get("etag"));
    EXPECT_TRUE(run(patch, boat_path).value().headers.get("etag").starts_with("\"5-"));
}

TEST_F(RouteTest, ReadsJsonOnlyWhenItIsCalledSo) {
    request.headers.set("content-type", "text/plain");
    request.headers.set("authorization", "master");
    request.body = R"({"name":"Erzulie"})";
    EXPECT_EQ(error(post, moor_path).code, ErrorCode::wrong_media_type);
}

TEST_F(RouteTest, SetsCookiesBesideARecord) {
    const auto response = run(post, std::string(boat_path) + "/christen").value();
    EXPECT_EQ(response.headers.get("set-cookie"), "boat=b-1; Path=/; HttpOnly; SameSite=Lax");
    EXPECT_TRUE(response.has_secrets);
    EXPECT_THAT(view(response.body), HasSubstr(R"("version":3)"));
}

TEST_F(RouteTest, DoesNotFindWhatIsNoId) {
    EXPECT_EQ(error(Method::remove, "/api/boats/x").code, ErrorCode::not_found);
}

TEST_F(RouteTest, WritesPages) {
    const auto response = run(get, "/boats/<b>").value();
    EXPECT_THAT(view(response.body), HasSubstr("<h1>&lt;b&gt;</h1>"));
}

TEST_F(RouteTest, KnowsTheLimitOfEachBody) {
    EXPECT_EQ(routes[0].body_limit, 0u);
    EXPECT_EQ(routes[1].body_limit, json_body_bytes);
    EXPECT_EQ(routes[1].up_to(8 * json_body_bytes).body_limit, 8 * json_body_bytes);
    EXPECT_EQ(routes[6].body_limit, 5'000'000u);
}

}  // namespace
}  // namespace konbit::http
