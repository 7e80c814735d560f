// SPDX-License-Identifier: Apache-2.0
#include "http/service.hpp"

#include "core/log.hpp"
#include "http/openapi.hpp"
#include "http/testing/harbor.hpp"
#include "json/value.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace konbit::http {
namespace {

using namespace harbor;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

/// Keeps keys in memory, as the application keeps them in the database.
class Keys final : public IdempotencyStore {
  public:
    Claim begin(std::string_view actor, std::string_view key, std::string_view hash) override {
        const auto [place, is_new] =
            entries_.try_emplace(std::string(actor) + '/' + std::string(key), std::string(hash));
        if (is_new) return {};
        if (place->second.hash != hash) return {Claim::Kind::other_body};
        if (place->second.status == 0) return {Claim::Kind::running};
        return {Claim::Kind::replay, place->second.status, place->second.record_id};
    }
    void finish(std::string_view actor, std::string_view key, int status,
                std::string_view record_id) override {
        auto& entry = entries_.at(std::string(actor) + '/' + std::string(key));
        entry.status = status;
        entry.record_id = record_id;
    }
    void abandon(std::string_view actor, std::string_view key) override {
        entries_.erase(std::string(actor) + '/' + std::string(key));
    }

  private:
    struct Entry {
        explicit Entry(std::string text) : hash(std::move(text)) {}
        std::string hash;
        int status = 0;
        std::string record_id{};
    };
    std::map<std::string, Entry> entries_;
};

Result<Response> sink(Harbors&, Visitor) { throw std::runtime_error("the keel is off"); }
Result<Response> long_text(Harbors&, Visitor, const Request& request) {
    auto response = page(std::string(5000, 'x'));
    response.has_secrets = request.query.first("secret") == "yes";
    return response;
}

const std::array more{
    route(get, "/sink", "Fails", anyone, sink),
    route(get, "/long", "Has much to say", anyone, long_text),
};

struct ServiceTest : ::testing::Test {
    Harbors app;
    Keys keys;
    Service service{endpoints(), options()};
    Headers headers;

    ServiceTest() { log::configure(log::Format::plain, log::Level::error); }

    std::vector<Endpoint> endpoints() {
        std::vector<Endpoint> all;
        add_routes<Harbors>(all, app, harbor::routes);
        add_routes<Harbors>(all, app, more);
        return all;
    }

    ServiceOptions options() {
        ServiceOptions wanted;
        wanted.idempotency = &keys;
        wanted.actor = [](const Request& request) {
            return std::string(request.headers.get("authorization"));
        };
        wanted.allowances.visitor = wanted.allowances.stranger = {20, 60s};
        wanted.allowances.address = {24, 60s};
        return wanted;
    }

    Response ask(Method method, std::string path, std::string body = {}, std::string_view query = {}) {
        Request request;
        request.method = method;
        request.path = std::move(path);
        request.query = Parameters::parse(query).value();
        request.headers = headers;
        request.headers.add("host", "konbit.example");
        if (!body.empty()) request.headers.add("content-type", "application/json");
        request.body = std::move(body);
        request.client = client;
        service.admit(request);
        if (auto refused = service.refusal(request)) return *refused;
        return service.answer(request);
    }

    std::string client = "192.0.2.1";
};

constexpr auto moor_path = "/api/harbors/0190b3a0-0000-7000-8000-00000000000a/boats";

std::string_view text(const Response& response) { return view(response.body); }

TEST_F(ServiceTest, HardensEveryAnswer) {
    for (const auto* path : {"/api/boats", "/long", "/nowhere", "/sink", "/healthz"}) {
        const auto response = ask(get, path);
        EXPECT_THAT(std::string(response.headers.get("content-security-policy")),
                    HasSubstr("default-src 'none'"))
            << path;
        EXPECT_EQ(response.headers.get("x-content-type-options"), "nosniff");
        EXPECT_EQ(response.headers.count("x-request-id"), 1u);
        EXPECT_FALSE(response.headers.has("strict-transport-security"));
        EXPECT_TRUE(response.headers.has("cache-control")) << path;
    }
}

TEST_F(ServiceTest, SaysOfNamesBelowOnlyWhatTheOperatorSaid) {
    const auto said = [](bool with_subdomains) {
        Service secured({}, {.is_https = true, .hsts_subdomains = with_subdomains});
        Request request;
        request.path = request.target = "/healthz";
        request.headers.add("host", "konbit.example");
        secured.admit(request);
        return std::string(secured.answer(request).headers.get("strict-transport-security"));
    };
    EXPECT_EQ(said(false), "max-age=31536000");
    EXPECT_EQ(said(true), "max-age=31536000; includeSubDomains");
}

TEST_F(ServiceTest, TellsNothingOfAFault) {
    const auto response = ask(get, "/sink");
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(text(response), Not(HasSubstr("keel")));
    EXPECT_THAT(text(response), HasSubstr(R"("reason":"internal")"));
}

TEST_F(ServiceTest, ShowsPeopleAPageAndProgramsADocument) {
    headers.set("accept", "text/html");
    EXPECT_THAT(text(ask(get, "/nowhere")), HasSubstr("<h1>404 Not Found</h1>"));
    EXPECT_THAT(text(ask(get, "/sink")), HasSubstr("<h1>500 Internal Server Error</h1>"));
    EXPECT_EQ(ask(get, "/api/nowhere").headers.get("content-type"), "application/problem+json");
}

TEST_F(ServiceTest, KnowsPathsAndTheirMethods) {
    EXPECT_EQ(ask(get, "/nowhere").status, 404);
    const auto refused = ask(Method::remove, "/api/boats");
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(refused.headers.get("allow"), "OPTIONS, HEAD, GET");
    EXPECT_EQ(ask(Method::options, "/api/boats").status, 204);
    EXPECT_EQ(ask(Method::head, "/api/boats").status, 200);
}

TEST_F(ServiceTest, AnswersUnchangedContentWith304) {
    const auto first = ask(get, "/api/boats");
    headers.set("if-none-match", first.headers.get("etag"));
    const auto second = ask(get, "/api/boats");
    EXPECT_EQ(second.status, 304);
    EXPECT_EQ(text(second), "");
    app.boats["x"].name = "Erzulie";
    EXPECT_EQ(ask(get, "/api/boats").status, 200);
}

TEST_F(ServiceTest, CompressesLongTextsWithoutSecrets) {
    headers.set("accept-encoding", "gzip");
    EXPECT_EQ(ask(get, "/long").headers.get("content-encoding"), "gzip");
    EXPECT_LT(text(ask(get, "/long")).size(), 200u);
    const auto secret = ask(get, "/long", {}, "secret=yes");
    EXPECT_EQ(text(secret).size(), 5000u);
    EXPECT_EQ(secret.headers.get("cache-control"), "no-store");
    EXPECT_FALSE(secret.headers.has("etag"));
}

TEST_F(ServiceTest, RefusesChangesFromOtherSites) {
    const std::string body = R"({"name":"Erzulie"})";
    headers.set("authorization", "master");
    for (const auto* origin :
         {"https://evil.example", "null", "http://evil-konbit.example", "http://konbit.example.evil"}) {
        headers.set("origin", origin);
        EXPECT_EQ(ask(post, moor_path, body).status, 403) << origin;
    }
    headers.set("origin", "http://konbit.example");
    EXPECT_EQ(ask(post, moor_path, body).status, 201);
    for (const auto* site : {"cross-site", "same-site"}) {
        headers.set("sec-fetch-site", site);
        EXPECT_EQ(ask(post, moor_path, body).status, 403) << site;
    }
    EXPECT_EQ(ask(get, "/api/boats").status, 200);
}

TEST_F(ServiceTest, DoesARepeatedRequestOnce) {
    headers.set("authorization", "master");
    headers.set("idempotency-key", "k1");
    const auto first = ask(post, moor_path, R"({"name":"Erzulie"})");
    const auto again = ask(post, moor_path, R"({"name":"Erzulie"})");
    EXPECT_EQ(app.boats.size(), 1u);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.headers.get("location"), first.headers.get("location"));
    EXPECT_EQ(text(again), R"({"id":")" + first.record_id + R"("})");
    EXPECT_EQ(ask(post, moor_path, R"({"name":"Other"})").status, 422);
}

TEST_F(ServiceTest, LetsAFailedRequestBeTriedAgain) {
    headers.set("authorization", "master");
    headers.set("idempotency-key", "k2");
    EXPECT_EQ(ask(post, moor_path, "{}").status, 422);
    EXPECT_EQ(ask(post, moor_path, R"({"name":"Erzulie"})").status, 201);
}

TEST_F(ServiceTest, ReplaysNothingToWhomMayNoLongerDoIt) {
    headers.set("idempotency-key", "k3");
    headers.set("authorization", "stranger");
    EXPECT_EQ(ask(post, moor_path, R"({"name":"Erzulie"})").status, 403);
}

// Each ask() takes two tokens: one for admission, one for the answer.
TEST_F(ServiceTest, LimitsEachVisitor) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(ask(get, "/api/boats").status, 200);
    const auto refused = ask(get, "/api/boats");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.get("retry-after"), "3");
    EXPECT_EQ(ask(get, "/long").status, 200);
    client = "192.0.2.2";
    EXPECT_EQ(ask(get, "/api/boats").status, 200);
}

TEST_F(ServiceTest, LimitsAnAddressOfManyVisitors) {
    int admitted = 0;
    for (int i = 0; i < 20; ++i) {
        headers.set("authorization", "boatman " + std::to_string(i));
        admitted += ask(get, "/api/boats").status == 200;
    }
    EXPECT_EQ(admitted, 12);
}

TEST_F(ServiceTest, TakesMadeUpCookiesForNobody) {
    int admitted = 0;
    for (int i = 0; i < 20; ++i) {
        headers.set("cookie", "konbit=" + std::to_string(i));
        admitted += ask(get, "/api/boats").status == 200;
    }
    EXPECT_EQ(admitted, 10);
}

TEST_F(ServiceTest, TellsWhatIsLeft) {
    const auto response = ask(get, "/api/boats");
    EXPECT_EQ(response.headers.get("ratelimit-policy"), R"("stranger";q=20;w=60)");
    EXPECT_EQ(response.headers.get("ratelimit"), R"("stranger";r=18;t=6)");
    headers.set("authorization", "answer:somebody");
    EXPECT_FALSE(ask(get, "/api/boats").headers.has("ratelimit"));
    EXPECT_FALSE(ask(get, "/long").headers.has("ratelimit"));
}

TEST_F(ServiceTest, ShowsMetricsToThisMachineOnly) {
    ask(get, "/api/boats");
    EXPECT_EQ(ask(get, "/metrics").status, 404);
    client = "127.0.0.1";
    EXPECT_THAT(text(ask(get, "/metrics")),
                HasSubstr("konbit_requests_total{method=\"GET\",route=\"/api/boats\",status=\"2xx\"} 1\n"));
    headers.set("x-forwarded-for", "192.0.2.9");
    EXPECT_EQ(ask(get, "/metrics").status, 404);
    EXPECT_EQ(text(ask(get, "/healthz")), "ok\n");
}

/// The value at the end of a way through objects (by key) and arrays (by place).
const json::Value& at(const json::Value& root, std::initializer_list<std::string_view> way) {
    static const json::Value nothing;
    const auto* here = &root;
    for (const auto step : way) {
        if (const auto* list = here->as<json::Value::Array>()) {
            const auto place = static_cast<std::size_t>(step.front() - '0');
            here = place < list->size() ? &(*list)[place] : nullptr;
        } else {
            here = here->find(step);
        }
        if (!here) return nothing;
    }
    return *here;
}

std::string text_at(const json::Value& root, std::initializer_list<std::string_view> way) {
    const auto* found = at(root, way).as<std::string>();
    return found ? *found : std::string("none");
}

struct OpenApiTest : ServiceTest {
    std::string document = openapi(service.routes(), "Harbor", "1.2.3");
    json::Value root = json::parse(document).value();
};

TEST_F(OpenApiTest, IsTheSameEachTime) { EXPECT_EQ(document, openapi(service.routes(), "Harbor", "1.2.3")); }

TEST_F(OpenApiTest, HasTheApiWithoutThePages) {
    EXPECT_EQ(text_at(root, {"openapi"}), "3.1.0");
    EXPECT_EQ(at(root, {"paths"}).as<json::Value::Object>()->size(), 5u);
}

TEST_F(OpenApiTest, NamesPolicyBodyAndReply) {
    const auto& moor = at(root, {"paths", "/api/harbors/{harbor_id}/boats", "post"});
    EXPECT_EQ(text_at(moor, {"x-policy"}), "master of the harbor");
    EXPECT_EQ(text_at(moor, {"operationId"}), "post_harbors_harbor_id_boats");
    EXPECT_EQ(text_at(moor, {"requestBody", "content", "application/json", "schema", "$ref"}),
              "#/components/schemas/BoatCreate");
    EXPECT_EQ(text_at(moor, {"responses", "201", "content", "application/json", "schema", "$ref"}),
              "#/components/schemas/Boat");
    EXPECT_FALSE(at(root, {"components", "schemas", "BoatPage"}).is_null());
}

TEST_F(OpenApiTest, DescribesParametersByTheirTypes) {
    const auto& list = at(root, {"paths", "/api/boats", "get", "parameters"});
    EXPECT_EQ(text_at(list, {"0", "name"}), "q");
    EXPECT_EQ(text_at(list, {"0", "schema", "type"}), "string");
    EXPECT_EQ(*at(list, {"1", "explode"}).as<bool>(), false);
    EXPECT_EQ(*at(list, {"2", "required"}).as<bool>(), false);
    EXPECT_EQ(text_at(root, {"paths", "/api/boats/{id}", "patch", "parameters", "1", "name"}), "If-Match");
}

}  // namespace
}  // namespace konbit::http
