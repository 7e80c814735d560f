// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/duplicate_store.hpp"

#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

namespace konbit::duplicates {
namespace {

class DuplicateStore : public konbit::testing::AppTest {
  protected:
    DuplicateStore() { EXPECT_TRUE(load_reference(db(), {.now = clock().now()})); }

    void add(std::string name, std::string country_code, std::optional<std::string> website = {},
             Publication publication = Publication::published) {
        Organization organization;
        organization.name = std::move(name);
        organization.country_code = std::move(country_code);
        organization.website = std::move(website);
        organization.publication = publication;
        ASSERT_TRUE(db().write([&](db::Session& session) {
            return organizations::insert(session, checked(organization, 2026).value(),
                                         System::directory_editor(), clock().now());
        }));
    }

    std::vector<std::string> found(const Described& candidate, const Viewer& viewer = System::viewer()) {
        std::vector<std::string> names;
        for (const auto& each : db().read([&](db::Session& s) { return find(s, viewer, candidate); }))
            names.push_back(each.name);
        return names;
    }
};
KONBIT_ON_BOTH_DATABASES(DuplicateStore);

using Names = std::vector<std::string>;

TEST_P(DuplicateStore, FindsWhatIsAlikeInTheCountryAndTheSameWebsiteElsewhere) {
    add("Belmont Estate Ltd", "GD");
    add("Belmont Estate", "LC");
    add("Belmont Estates", "TT", "https://belmont.example");
    EXPECT_EQ(found({.name = "The Belmont Estate", .country_code = "GD"}), Names{"Belmont Estate Ltd"});
    EXPECT_EQ(found({.name = "Belmont Estate", .country_code = "GD", .website = "www.belmont.example"}),
              (Names{"Belmont Estate Ltd", "Belmont Estates"}));
}

TEST_P(DuplicateStore, TellsNobodyOfWhatTheyMayNotSee) {
    add("Hidden Kilns", "GD", {}, Publication::draft);
    EXPECT_EQ(found({.name = "Hidden Kilns", .country_code = "GD"}, Viewer::anonymous()), Names{});
    EXPECT_EQ(found({.name = "Hidden Kilns", .country_code = "GD"}), Names{"Hidden Kilns"});
}

}  // namespace
}  // namespace konbit::duplicates
