// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/page.hpp"
#include "http/route.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

/// A slice as small as one can be, for tests: boats that belong to a harbor, kept in memory.
namespace konbit::http::harbor {

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

inline constexpr Policy<Harbors, Visitor> anyone{"anyone", {"visitor", "master"}, &Policies::anyone};
inline constexpr Policy<Harbors, HarborMaster, HarborId> may_moor{
    "master of the harbor", {"master"}, &Policies::master};

inline Result<Page<Boat>> list(Harbors& app, Visitor, const Query<BoatFilter>& filter) {
    Page<Boat> page;
    for (const auto& [id, boat] : app.boats)
        if (!filter.q || boat.name.contains(*filter.q)) page.items.push_back(boat);
    page.items.resize(std::min(page.items.size(), static_cast<std::size_t>(filter.limit)));
    return page;
}

inline Result<Created<Boat>> moor(Harbors& app, HarborId, const HarborMaster& by, Create<Boat> draft) {
    draft.id = new_id<BoatId>();
    draft.harbor_id = by.harbor();
    app.boats[draft.id.str()] = draft;
    return Created<Boat>{draft};
}

inline Result<Boat> change(Harbors& app, BoatId id, Visitor, const Patch<Boat>& patch) {
    auto& stored = app.boats[id.str()];
    KONBIT_TRY(Boat wanted, patch.onto(stored));
    ++wanted.version;
    return stored = wanted;
}

inline Result<NoContent> scuttle(Harbors& app, BoatId id, Visitor, IfMatch seen) {
    KONBIT_CHECK(seen.check(app.boats[id.str()].version));
    app.boats.erase(id.str());
    return NoContent{};
}

inline Result<Answer<Boat>> christen(Harbors& app, BoatId id, Visitor, const Request& request) {
    return Answer<Boat>{app.boats[id.str()], {}, true}.with_cookie({"boat", "b-1"}, request.secure);
}

inline Result<Response> show(Harbors&, std::string name, Visitor, const Request& request) {
    html::Head head;
    head.language = request.language;
    head.title = name;
    return page(html::document(head, html::el("h1", name)));
}

inline Result<Response> photograph(Harbors&, BoatId, Visitor, Body<5'000'000> photo) {
    return content(std::to_string(photo.bytes.size()), "text/plain");
}

inline const std::array routes{
    route(get, "/api/boats", "Boats by name", anyone, list),
    route(post, "/api/harbors/{harbor_id}/boats", "Moors a boat", may_moor, moor),
    route(patch, "/api/boats/{id}", "Changes the fields present in the body", anyone, change),
    route(Method::remove, "/api/boats/{id}", "Scuttles a boat", anyone, scuttle),
    route(post, "/api/boats/{id}/christen", "Remembers the boat in a cookie", anyone, christen),
    route(get, "/boats/{name}", "The page of a boat", anyone, show),
    route(put, "/api/boats/{id}/photo", "Keeps a photograph", anyone, photograph),
};

}  // namespace konbit::http::harbor
