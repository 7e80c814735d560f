// SPDX-License-Identifier: Apache-2.0
// A complete store as docs/developers/data.md shows it, and the proof that it works on both databases.
#include "core/text.hpp"
#include "db/columns.hpp"
#include "db/testing/fixture.hpp"

#include <gtest/gtest.h>

namespace konbit::boats {
namespace {

using BoatId = Id<struct BoatTag>;
enum class Rig { sloop, schooner, motor };
constexpr auto names(Rig) { return std::to_array<std::string_view>({"sloop", "schooner", "motor"}); }

struct Boat {
    BoatId id{};
    std::string name;
    Rig rig = Rig::sloop;
    std::optional<int> built_year;  ///< Gregorian; empty when unknown.
    std::vector<std::string> ports;
    std::string sort_key;  ///< Of the name.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Boat::id, Access::read_only),
            field("name", &Boat::name),
            field("rig", &Boat::rig).defaulted(),
            field("built_year", &Boat::built_year),
            field("ports", &Boat::ports),
            field("sort_key", &Boat::sort_key, Access::never_sent),
            field("version", &Boat::version, Access::read_only),
        };
    }
};

Result<Boat> insert(db::Session& db, Boat boat) {
    boat.id = new_id<BoatId>();
    boat.sort_key = text::sort_key(boat.name);
    db::insert(db, "boats", boat);
    return boat;
}

Result<Boat> find(db::Session& db, BoatId id) {
    auto boat = db.one<Boat>("SELECT " + db::columns<Boat>() + " FROM boats WHERE id = $1", id);
    if (!boat) return failure(ErrorCode::not_found, "boat");
    return *std::move(boat);
}

Result<Page<Boat>> list(db::Session& db, std::optional<Rig> rig, const PageRequest& page) {
    const std::string sql = "SELECT " + db::columns<Boat>() + R"( FROM boats
        WHERE (CAST($1 AS TEXT) IS NULL OR rig = $1) AND (sort_key, id) > ($2, $3)
        ORDER BY sort_key, id LIMIT $4)";
    return db.page<Boat>(page, db::ascending(&Boat::sort_key), sql, rig);
}

Result<Boat> update(db::Session& db, Boat boat) {
    boat.sort_key = text::sort_key(boat.name);
    return db::update(db, "boats", std::move(boat));
}

class BoatStore : public db::testing::OnBothDatabases {
  protected:
    BoatStore() {
        script(R"(
CREATE TABLE boats (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    rig TEXT NOT NULL CHECK (rig IN ('sloop', 'schooner', 'motor')),
    built_year {int64},
    ports TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    version {int64} NOT NULL
);
)");
    }
    Boat add(const std::string& name, Rig rig) {
        return db().write([&](db::Session& db) { return insert(db, {.name = name, .rig = rig}); }).value();
    }
};
KONBIT_ON_BOTH_DATABASES(BoatStore);

TEST_P(BoatStore, ListsOneRigByName) {
    add("Étoile", Rig::sloop);
    add("Zemi", Rig::motor);
    add("anse", Rig::sloop);
    const auto page = db().read([](db::Session& db) { return list(db, Rig::sloop, {.size = 1}); }).value();
    EXPECT_EQ(page.items.front().name, "anse");
    const auto next = PageRequest::of(*page.next).value();
    const auto rest = db().read([&](db::Session& db) { return list(db, Rig::sloop, next); }).value();
    EXPECT_EQ(rest.items.front().name, "Étoile");
    EXPECT_FALSE(rest.next);
}

TEST_P(BoatStore, ChangesWhatItFound) {
    const Boat boat = add("Zemi", Rig::motor);
    const auto renamed = db().write([&](db::Session& db) -> Result<Boat> {
        KONBIT_TRY(Boat wanted, find(db, boat.id));
        wanted.name = "Zémi";
        return update(db, std::move(wanted));
    });
    EXPECT_EQ(renamed->version, 2);
    EXPECT_EQ(renamed->name, "Zémi");
}

}  // namespace
}  // namespace konbit::boats
