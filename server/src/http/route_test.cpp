// SPDX-License-Identifier: Apache-2.0
#include "http/route.hpp"

#include "http/page.hpp"
#include "http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace konbit::http {
namespace {

using testing::HasSubstr;

// A slice as small as one can be: boats that belong to a harbor, kept in memory.
using HarborId = Id<struct HarborTag>;
using BoatId = Id<struct BoatTag>;

enum class Rig { sloop, ketch };
constexpr auto names(Rig) { return std::to_array<std::string_view>({"sloop", "ketch"}); }

struct Boat {
    BoatId id{};
    HarborId harbor_id{};
    std::string name;
    std::optional<std::int32_t> length_m;
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Boat::id, Access::read_only),
            field("harbor_id", &Boat::harbor_id, Access::read_only),
            field("name", &Boat::name),
            field("length_m", &Boat::length_m),
            field("version", &Boat::version, Access::read_only),
        };
    }
};

struct BoatFilter {
    std::optional<std::string> q;
    std::vector<Rig> rig;
    std::int32_t limit = 50;

    static constexpr auto fields() {
        return std::tuple{field("q", &BoatFilter::q), field("rig", &BoatFilter::rig),
                          field("limit", &BoatFilter::limit).defaulted()};
    }
};

struct Harbors {
    std::map<std::string, Boat> boats;
};

class Visitor {};

/// May moor boats in one harbor.
class HarborMaster {
  public:
    const HarborId& harbor() const { return harbor_; }

  private:
    friend struct Policies;
    explicit HarborMaster(HarborId harbor) : harbor_(harbor) {}
    HarborId harbor_;
};

struct Policies {
    static Result<Visitor> anyone(Harbors&, const Request&) { return Visitor{}; }
    static Result<HarborMaster> master(Harbors&, const Request& request, HarborId harbor) {
        if (request.headers.get("authorization") != "master")
            return failure(ErrorCode::forbidden, "not_the_master");
        return HarborMaster(harbor);
    }
};

constexpr Policy<Harbors, Visitor> anyone{"anyone", {"visitor", "master"}, &Policies::anyone};
constexpr Policy<Harbors, HarborMaster, HarborId> may_moor{
    "master of the harbor", {"master"}, &Policies::master};

Result<Page<Boat>> list(Harbors& app, Visitor, const Query<BoatFilter>& filter) {
    Page<Boat> page;
    for (const auto& [id, boat] : app.boats)
        if (!filter.q || boat.name.contains(*filter.q)) page.items.push_back(boat);
    page.items.resize(std::min(page.items.size(), static_cast<std::size_t>(filter.limit)));
    return page;
}

Result<Created<Boat>> moor(Harbors& app, HarborId, const HarborMaster& by, Create<Boat> draft) {
    draft.id = new_id<BoatId>();
    draft.harbor_id = by.harbor();
    app.boats[draft.id.str()] = draft;
    return Created<Boat>{draft};
}

Result<Boat> change(Harbors& app, BoatId id, Visitor, const Patch<Boat>& patch) {
    auto& stored = app.boats[id.str()];
    KONBIT_TRY(Boat wanted, patch.onto(stored));
    ++wanted.version;
    return stored = wanted;
}

Result<NoContent> scuttle(Harbors& app, BoatId id, Visitor, IfMatch seen) {
    KONBIT_CHECK(seen.check(app.boats[id.str()].version));
    app.boats.erase(id.str());
    return NoContent{};
}

Result<Response> show(Harbors&, std::string name, Visitor, const Request& request) {
    html::Head head;
    head.language = request.language;
    head.title = name;
    return page(html::document(head, html::el("h1", name)));
}

Result<Response> photograph(Harbors&, BoatId, Visitor, Body<5'000'000> photo) {
    return content(std::to_string(photo.bytes.size()), "text/plain");
}

const std::array all{
    route(get, "/api/boats", "Boats by name", anyone, list),
    route(post, "/api/harbors/{harbor_id}/boats", "Moors a boat", may_moor, moor),
    route(patch, "/api/boats/{id}", "Changes the fields present in the body", anyone, change),
    route(Method::remove, "/api/boats/{id}", "Scuttles a boat", anyone, scuttle),
    route(get, "/boats/{name}", "The page of a boat", anyone, show),
    route(put, "/api/boats/{id}/photo", "Keeps a photograph", anyone, photograph),
};

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
        for (const auto& each : all) infos.push_back(&each);
        request.method = method;
        request.path = std::move(path);
        request.match = Router(infos).find(method, request.path).match;
        const auto& met = all[request.match.index];
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

TEST_F(RouteTest, DoesNotFindWhatIsNoId) {
    EXPECT_EQ(error(Method::remove, "/api/boats/x").code, ErrorCode::not_found);
}

TEST_F(RouteTest, WritesPages) {
    const auto response = run(get, "/boats/<b>").value();
    EXPECT_THAT(view(response.body), HasSubstr("<h1>&lt;b&gt;</h1>"));
}

TEST_F(RouteTest, KnowsTheLimitOfEachBody) {
    EXPECT_EQ(all[0].body_limit, 0u);
    EXPECT_EQ(all[1].body_limit, json_body_bytes);
    EXPECT_EQ(all[1].up_to(8 * json_body_bytes).body_limit, 8 * json_body_bytes);
    EXPECT_EQ(all[5].body_limit, 5'000'000u);
}

}  // namespace
}  // namespace konbit::http
