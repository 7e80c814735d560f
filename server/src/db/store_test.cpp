// SPDX-License-Identifier: Apache-2.0
// What store functions stand on: structs to rows and back, pages, versions and constraints, alike on both
// databases.
#include "core/visibility.hpp"
#include "db/columns.hpp"
#include "db/testing/fixture.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace konbit::db {
namespace {

using ::testing::ElementsAre;
using ClusterId = Id<struct ClusterTag>;
using FirmId = Id<struct FirmTag>;

struct Contact {
    std::string name;
    std::optional<std::string> phone;

    static constexpr auto fields() {
        return std::tuple{field("name", &Contact::name), field("phone", &Contact::phone)};
    }
};

struct Firm {
    FirmId id = new_id<FirmId>();
    std::optional<ClusterId> cluster_id;
    std::string name;
    std::string sort_key;
    Visibility visibility = Visibility::cluster;
    std::optional<int> founded_year;
    double share = 0;
    bool is_active = true;
    Instant created_at{};
    std::optional<Date> joined_on;
    Contact contact;
    std::vector<std::string> tags;
    Localized title;
    Bytes seal;
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Firm::id, Access::read_only),
            field("cluster_id", &Firm::cluster_id),
            field("name", &Firm::name),
            field("sort_key", &Firm::sort_key, Access::never_sent),
            field("visibility", &Firm::visibility, Access::owner_only),
            field("founded_year", &Firm::founded_year),
            field("share", &Firm::share),
            field("is_active", &Firm::is_active),
            field("created_at", &Firm::created_at, Access::read_only),
            field("joined_on", &Firm::joined_on),
            field("contact", &Firm::contact),
            field("tags", &Firm::tags),
            field("title", &Firm::title),
            field("seal", &Firm::seal, Access::never_sent),
            field("version", &Firm::version, Access::read_only),
        };
    }
};

constexpr std::string_view tables = R"(
CREATE TABLE groups (
    id {uuid} NOT NULL PRIMARY KEY
);
CREATE TABLE firms (
    id {uuid} NOT NULL PRIMARY KEY,
    cluster_id {uuid} REFERENCES groups (id),
    name TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    visibility TEXT NOT NULL,
    founded_year {int64} CHECK (founded_year BETWEEN 1000 AND 9999),
    share {real} NOT NULL,
    is_active {bool} NOT NULL,
    created_at {int64} NOT NULL,
    joined_on TEXT,
    contact TEXT NOT NULL,
    tags TEXT NOT NULL,
    title TEXT NOT NULL,
    seal {bytes} NOT NULL,
    version {int64} NOT NULL
);
)";

Firm firm(const std::string& name, int created_at = 0) {
    Firm made;
    made.name = made.sort_key = name;
    made.created_at = Instant{created_at};
    return made;
}

class Store : public testing::OnBothDatabases {
  protected:
    Store() { script(tables); }

    Result<Firm> add(const Firm& wanted) {
        return db().write([&](Session& session) -> Result<Firm> {
            insert(session, "firms", wanted);
            return wanted;
        });
    }
    Firm stored(FirmId id) {
        return db().read([&](Session& session) {
            return session.one<Firm>("SELECT " + columns<Firm>("f") + " FROM firms f WHERE f.id = $1", id)
                .value();
        });
    }
    std::int64_t count() {
        return db().read(
            [](Session& session) { return session.value<std::int64_t>("SELECT count(*) FROM firms"); });
    }
};
KONBIT_ON_BOTH_DATABASES(Store);

TEST_P(Store, ReadsBackEveryKindOfField) {
    Firm wanted = firm("Kakawo \"Lakay\"; --", 1'700'000);
    wanted.founded_year = 1998;
    wanted.share = 0.1;
    wanted.joined_on = Date::parse("2026-11-21");
    wanted.contact = {"Mona", "+1 767"};
    wanted.tags = {"cocoa", "é"};
    wanted.title.texts = {{"ht", "kakawo"}};
    wanted.seal.data = std::string("\0\xFF'\\x", 5);
    ASSERT_TRUE(add(wanted));
    const Firm found = stored(wanted.id);
    EXPECT_TRUE(equal(type_of<Firm>(), &found, &wanted));
}

TEST_P(Store, KeepsAnEmptyTextApartFromNone) {
    Firm wanted = firm("A");
    wanted.contact.name = "";
    wanted.sort_key = "";
    ASSERT_TRUE(add(wanted));
    const Firm found = stored(wanted.id);
    EXPECT_TRUE(equal(type_of<Firm>(), &found, &wanted));
}

TEST_P(Store, PagesThroughNamesWithoutSkippingEquals) {
    for (const char* const name : {"B", "A", "D", "C", "E"}) {
        Firm wanted = firm(name);
        wanted.sort_key = "same";
        ASSERT_TRUE(add(wanted));
    }
    const std::string sql =
        "SELECT " + columns<Firm>() +
        " FROM firms WHERE is_active = $1 AND (sort_key, id) > ($2, $3) ORDER BY sort_key, id LIMIT $4";
    std::vector<std::string> names;
    PageRequest request{std::nullopt, 2};
    for (int pages = 1;; ++pages) {
        const auto page = db().read(
            [&](Session& s) { return s.page<Firm>(request, ascending(&Firm::sort_key), sql, true); });
        ASSERT_TRUE(page);
        for (const Firm& each : page->items) names.push_back(each.name);
        if (!page->next) {
            EXPECT_EQ(pages, 3);
            break;
        }
        request = PageRequest::of(*page->next, 2).value();
    }
    EXPECT_THAT(names, ElementsAre("B", "A", "D", "C", "E"));  // equal keys: by id, that is by creation
}

TEST_P(Store, PagesFromTheNewest) {
    for (int i = 1; i <= 3; ++i) ASSERT_TRUE(add(firm("F" + std::to_string(i), i)));
    const std::string sql =
        "SELECT " + columns<Firm>() +
        " FROM firms WHERE (created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT $3";
    const auto list = [&](const PageRequest& request) {
        return db().read(
            [&](Session& s) { return s.page<Firm>(request, descending(&Firm::created_at), sql); });
    };
    const auto first = list({std::nullopt, 2});
    ASSERT_TRUE(first && first->next);
    EXPECT_EQ(first->items.front().name, "F3");
    EXPECT_EQ(list(PageRequest::of(*first->next, 2).value())->items.front().name, "F1");
}

TEST_P(Store, RefusesTheCursorOfAnotherList) {
    PageRequest request;
    request.after = Cursor{std::int64_t{5}, new_id<FirmId>().str()};
    const std::string sql = "SELECT " + columns<Firm>() +
                            " FROM firms WHERE (sort_key, id) > ($1, $2) ORDER BY sort_key, id LIMIT $3";
    const auto page =
        db().read([&](Session& s) { return s.page<Firm>(request, ascending(&Firm::sort_key), sql); });
    EXPECT_EQ(page.error().code, ErrorCode::malformed);
}

TEST_P(Store, UpdatesOnlyTheVersionThatWasRead) {
    const Firm original = add(firm("A")).value();
    const auto rename = [&](const std::string& name) {
        return db().write([&](Session& session) {
            Firm wanted = original;
            wanted.name = name;
            return update(session, "firms", wanted);
        });
    };
    EXPECT_EQ(rename("B")->version, 2);
    EXPECT_EQ(rename("C").error().code, ErrorCode::stale);
    EXPECT_EQ(stored(original.id).name, "B");
    EXPECT_EQ(db().write([](Session& session) { return update(session, "firms", firm("Z")); }).error().code,
              ErrorCode::not_found);
}

TEST_P(Store, SaysWhichColumnIsTaken) {
    ASSERT_TRUE(add(firm("A")));
    const auto second = add(firm("A"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::conflict);
    EXPECT_EQ(second.error().reason, "already_exists");
    EXPECT_THAT(second.error().fields, ElementsAre(FieldError{"/name", "taken"}));
}

TEST_P(Store, RefusesAReferenceToNothing) {
    Firm wanted = firm("A");
    wanted.cluster_id = new_id<ClusterId>();
    EXPECT_EQ(add(wanted).error().reason, "reference");
}

TEST_P(Store, LeavesABrokenCheckAnException) {
    Firm wanted = firm("A");
    wanted.founded_year = 5;
    EXPECT_THROW(add(wanted), ConstraintViolation);
    EXPECT_EQ(count(), 0);
}

TEST_P(Store, TakesBackWhatAnErrorFollows) {
    const auto result = db().write([](Session& session) -> Result<int> {
        insert(session, "firms", firm("A"));
        return failure(ErrorCode::forbidden);
    });
    EXPECT_EQ(result.error().code, ErrorCode::forbidden);
    EXPECT_THROW(db().write([](Session& session) {
        insert(session, "firms", firm("A"));
        throw std::runtime_error("broken");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
}

TEST_P(Store, TakesParametersInAnyOrderAndTwice) {
    const auto text = db().read([](Session& session) {
        return session.value<std::string>(
            "SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT) || CAST($3 AS TEXT)", "a", "b",
            std::string());
    });
    EXPECT_EQ(text, "bab");
}

TEST_P(Store, GivesNullAndSumsTheirType) {
    ASSERT_TRUE(add(firm("A", 5)));
    ASSERT_TRUE(add(firm("B", 7)));
    db().read([](Session& session) {
        EXPECT_EQ(session.value<std::int64_t>("SELECT sum(created_at) FROM firms"), 12);
        EXPECT_DOUBLE_EQ(session.value<double>("SELECT avg(created_at) FROM firms"), 6);
        EXPECT_EQ(session.value<std::optional<double>>("SELECT avg(founded_year) FROM firms"), std::nullopt);
        EXPECT_TRUE(session.value<bool>("SELECT EXISTS (SELECT 1 FROM firms WHERE name = $1)", "A"));
        EXPECT_EQ(session.one<std::string>("SELECT name FROM firms WHERE name = $1", "Z"), std::nullopt);
        EXPECT_EQ(session.value<std::int64_t>("SELECT count(*) FILTER (WHERE is_active) FROM firms"), 2);
        EXPECT_THAT(
            session.query<std::string>("SELECT name FROM firms WHERE CAST($1 AS TEXT) IS NULL OR name = $1 "
                                       "ORDER BY name",
                                       std::optional<std::string>()),
            ElementsAre("A", "B"));
    });
}

TEST_P(Store, UpsertsAndReturns) {
    db().write([](Session& session) {
        const auto put = [&](const char* value) {
            return session.value<std::string>(
                "INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, $3) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value RETURNING value",
                "k", value, 0);
        };
        EXPECT_EQ(put("a"), "a");
        EXPECT_EQ(put("b"), "b");
    });
}

TEST_P(Store, SeesOneStateDuringARead) {
    db().read([&](Session& session) {
        const auto before = session.value<std::int64_t>("SELECT count(*) FROM firms");
        std::thread([&] { ASSERT_TRUE(add(firm("A"))); }).join();
        EXPECT_EQ(session.value<std::int64_t>("SELECT count(*) FROM firms"), before);
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(Store, CannotWriteInARead) {
    EXPECT_THROW(db().read([](Session& session) { insert(session, "firms", firm("A")); }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
}

TEST_P(Store, RefusesAnotherNumberOfColumnsAndOfArguments) {
    EXPECT_THROW(db().read([](Session& s) { return s.query<Firm>("SELECT name FROM firms"); }),
                 std::logic_error);
    EXPECT_ANY_THROW(
        db().read([](Session& s) { return s.query<std::string>("SELECT name FROM firms WHERE id = $1"); }));
}

}  // namespace
}  // namespace konbit::db
