// SPDX-License-Identifier: Apache-2.0
#include "features/merges/merge_store.hpp"

#include "db/columns.hpp"
#include "features/agreements/agreement.hpp"
#include "features/backings/backing.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/experts/expert.hpp"
#include "features/factsheets/country_fact.hpp"
#include "features/letters/letter.hpp"
#include "features/meetings/meeting_store.hpp"
#include "features/memberships/member_group_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/projects/project.hpp"
#include "features/recipes/recipe_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/rights/unlisting.hpp"
#include "features/statements/statement.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

namespace konbit::merges {
namespace {

using ::testing::Each;
using ::testing::IsSubsetOf;
using ::testing::Pair;
using Counts = std::map<std::string, std::int64_t>;

/// Two organizations on one roster, the duplicate alone on another, and something of every kind on each.
class Merges : public konbit::testing::AppTest {
  protected:
    Merges() {
        EXPECT_TRUE(load_reference(db(), {.now = clock().now()}));
        shared_ = start("Windward");
        other_ = start("Leeward");
        survivor_ = add("Belmont Estate");
        duplicate_ = add("Belmont Estates");
        kept_ = enter(shared_, survivor_, "Ann Kept");
        gone_ = enter(shared_, duplicate_, "Bob Gone");
        enter(other_, duplicate_, "Bob Gone");
        hang_on_entries();
        hang_on_organizations();
    }

    MergeOrder order() const { return {survivor_, duplicate_, {}}; }

    /// How many rows of each kind name the organization.
    Counts rows_of(const OrganizationId& organization) {
        return db().read([&](db::Session& session) {
            Counts counts;
            for (const std::string table : {"memberships", "contact_roles", "agreements", "experts",
                                            "country_facts", "backings", "project_organizations"})
                counts[table] = session.value<std::int64_t>(
                    "SELECT count(*) FROM " + table + " WHERE organization_id = $1", organization);
            for (const std::string table :
                 {"statement_entries", "group_members", "meeting_attendances", "recipe_leaders"})
                counts[table] = session.value<std::int64_t>(
                    "SELECT count(*) FROM " + table +
                        " t JOIN memberships m ON m.id = t.membership_id WHERE m.organization_id = $1",
                    organization);
            counts["parties"] = session.value<std::int64_t>(
                "SELECT count(*) FROM agreements WHERE parties LIKE $1", "%" + organization.str() + "%");
            counts["letters"] = session.value<std::int64_t>(
                "SELECT count(*) FROM letters WHERE record_id = $1 AND kind = 'organization'", organization);
            counts["primary"] = session.value<std::int64_t>(
                "SELECT count(*) FROM contact_roles WHERE organization_id = $1 AND is_primary", organization);
            return counts;
        });
    }

    Merge merge() {
        return db()
            .write([&](db::Session& s) { return merges::merge(s, order(), by_, clock().now()); })
            .value();
    }
    void part(const MergeId& id) {
        ASSERT_TRUE(db().write([&](db::Session& s) { return merges::undo(s, id, by_, clock().now()); }));
    }

    OrganizationId survivor_, duplicate_;
    ClusterId shared_, other_;
    DirectoryEditor by_ = System::directory_editor();

  private:
    ClusterId start(const std::string& name) {
        Cluster cluster;
        cluster.name = name;
        cluster.country_code = "GD";
        return db()
            .write([&](db::Session& s) {
                return clusters::insert(s, checked(cluster).value(), by_, clock().now());
            })
            .value()
            .id;
    }

    OrganizationId add(const std::string& name) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        return db()
            .write([&](db::Session& s) {
                return organizations::insert(s, checked(organization, 2026).value(), by_, clock().now());
            })
            .value()
            .id;
    }

    MembershipId enter(const ClusterId& cluster, const OrganizationId& organization,
                       const std::string& contact) {
        Membership member;
        member.organization_id = organization;
        member.contact_name = contact;
        return db()
            .write([&](db::Session& s) {
                return memberships::insert(s, member, System::facilitator(cluster), clock().now());
            })
            .value()
            .id;
    }

    /// A meeting of both and one of the duplicate alone, which leads the cluster too.
    void hang_on_meetings() {
        for (const auto& present : {std::vector{gone_, kept_}, std::vector{gone_}}) {
            Meeting meeting;
            meeting.title = "Meeting of " + std::to_string(present.size());
            meeting.held_on = Date::of(2026, 2, 1).value();
            meeting.membership_ids = present;
            ASSERT_TRUE(db().write([&](db::Session& s) {
                return meetings::insert(s, meeting, System::facilitator(shared_), clock().now());
            }));
        }
        Recipe recipe;
        recipe.leader_ids = {gone_};
        ASSERT_TRUE(db().write([&](db::Session& s) {
            return recipes::save(s, recipe, System::facilitator(shared_), clock().now());
        }));
    }

    /// Statements of two and one entries; a group of both, and one of the duplicate alone.
    void hang_on_entries() {
        hang_on_meetings();
        for (const auto& [entry, note] : {std::pair{gone_, "a fee"}, {gone_, "hours"}, {kept_, "a fair"}}) {
            StatementEntry line;
            line.id = new_id<StatementEntryId>();
            line.cluster_id = shared_;
            line.membership_id = entry;
            line.happened_on = Date::of(2026, 2, 1).value();
            line.note = note;
            db().write([&](db::Session& s) { db::insert(s, "statement_entries", line); });
        }
        for (const auto& members : {std::vector{gone_, kept_}, std::vector{gone_}}) {
            MemberGroup group;
            group.name = "Group of " + std::to_string(members.size());
            group.membership_ids = members;
            ASSERT_TRUE(db().write([&](db::Session& s) {
                return member_groups::insert(s, group, System::facilitator(shared_));
            }));
        }
    }

    void hang_on_organizations() {
        Expert expert;
        expert.id = new_id<ExpertId>();
        expert.slug = "an-expert";
        expert.organization_id = duplicate_;
        CountryFact fact;
        fact.id = new_id<FactId>();
        fact.country_code = "GD";
        fact.organization_id = duplicate_;
        fact.as_of = Date::of(2026, 2, 1).value();
        Backing backing;
        backing.id = new_id<BackingId>();
        backing.cluster_id = other_;
        backing.organization_id = duplicate_;
        Agreement agreement;
        agreement.id = new_id<AgreementId>();
        agreement.organization_id = duplicate_;
        agreement.parties = {{duplicate_, "Belmont Estates", true}, {survivor_, "Belmont Estate", false}};
        Letter letter;
        letter.id = new_id<LetterId>();
        letter.record_id = *RecordId::parse(duplicate_.view());
        letter.channel = LetterChannel::visit;
        letter.written_on = letter.due_on = Date::of(2026, 2, 1).value();
        db().write([&](db::Session& s) {
            db::insert(s, "letters", letter);
            db::insert(s, "experts", expert);
            db::insert(s, "country_facts", fact);
            db::insert(s, "backings", backing);
            db::insert(s, "agreements", agreement);
        });
        take_part(ProjectRole::lead, {survivor_, duplicate_});
        take_part(ProjectRole::trainer, {duplicate_});
    }

    void take_part(ProjectRole role, const std::vector<OrganizationId>& organizations) {
        Project project;
        project.id = new_id<ProjectId>();
        project.slug = "project-" + project.id.str();
        db().write([&](db::Session& s) {
            db::insert(s, "projects", project);
            for (const auto& each : organizations)
                s.change(
                    "INSERT INTO project_organizations (project_id, organization_id, role, position)"
                    " VALUES ($1, $2, $3, 1)",
                    project.id, each, std::string(name_of(role)));
        });
    }

    MembershipId kept_, gone_;
};
KONBIT_ON_BOTH_DATABASES(Merges);

// On the roster of both one entry remains with the statements (2 + 1) and the groups of both; of two leading
// parts in one project one remains, the training is new; the person of the entry that went gets no mail any
// more.
TEST_P(Merges, MoveEverythingAndPartItAgain) {
    const Counts survivor = rows_of(survivor_), duplicate = rows_of(duplicate_);
    EXPECT_EQ(duplicate, (Counts{{"memberships", 2},
                                 {"contact_roles", 2},
                                 {"agreements", 1},
                                 {"experts", 1},
                                 {"country_facts", 1},
                                 {"backings", 1},
                                 {"letters", 1},
                                 {"project_organizations", 2},
                                 {"statement_entries", 2},
                                 {"group_members", 2},
                                 {"meeting_attendances", 2},
                                 {"recipe_leaders", 1},
                                 {"parties", 1},
                                 {"primary", 2}}));

    const Merge made = merge();
    EXPECT_EQ(rows_of(survivor_), (Counts{{"memberships", 2},
                                          {"contact_roles", 3},
                                          {"agreements", 1},
                                          {"experts", 1},
                                          {"country_facts", 1},
                                          {"backings", 1},
                                          {"letters", 1},
                                          {"letters", 1},
                                          {"project_organizations", 2},
                                          {"statement_entries", 3},
                                          {"group_members", 2},
                                          {"meeting_attendances", 2},
                                          {"recipe_leaders", 1},
                                          {"parties", 1},
                                          {"primary", 2}}));
    EXPECT_THAT(rows_of(duplicate_), Each(Pair(::testing::_, 0)));

    part(made.id);
    EXPECT_EQ(rows_of(survivor_), survivor);
    EXPECT_EQ(rows_of(duplicate_), duplicate);
}

// Parting gives no name back to a member that was taken off a roster meanwhile.
TEST_P(Merges, LeaveWhoeverLostItsNameWithoutOne) {
    const auto member = new_id<WaveMemberId>();
    db().write([&](db::Session& session) {
        const auto survey = new_id<SurveyId>();
        const auto wave = new_id<WaveId>();
        session.change("INSERT INTO surveys (id, cluster_id, title) VALUES ($1, $2, 'S')", survey, other_);
        session.change(R"(
            INSERT INTO waves (id, cluster_id, survey_id, title, state, is_baseline, consent_version, languages, revision,
                               is_demo, version)
            VALUES ($1, $2, $3, 'W', 'frozen', TRUE, '1', '["en"]', 1, FALSE, 1))",
                       wave, other_, survey);
        session.change(R"(
            INSERT INTO wave_members (id, wave_id, organization_id, label, kind, country_code, is_facilitator, position)
            VALUES ($1, $2, $3, 'Belmont Estates', 'firm', 'GD', FALSE, 0))",
                       member, wave, duplicate_);
    });
    const auto organization = [&] {
        return db().read([&](db::Session& session) {
            return session.value<std::optional<OrganizationId>>(
                "SELECT organization_id FROM wave_members WHERE id = $1", member);
        });
    };
    const Merge made = merge();
    EXPECT_EQ(organization(), survivor_);
    db().write([&](db::Session& session) { rights::unname(session, member); });
    part(made.id);
    EXPECT_FALSE(organization());
}

TEST_P(Merges, SayBeforehandWhatChangesHands) {
    const auto preview = db().read([&](db::Session& s) { return merges::preview(s, order(), by_); }).value();
    EXPECT_EQ(preview.moves.at("memberships"), 1) << "the other roster has no entry of the survivor";
    EXPECT_EQ(preview.moves.at("contact_roles"), 2);
    EXPECT_EQ(preview.moves.at("statement_entries"), 2);
    EXPECT_EQ(preview.moves.at("projects"), 2);
    EXPECT_EQ(preview.moves.at("agreements"), 2) << "one that it keeps, one in which it is a party";
    EXPECT_THAT(preview.shared_clusters, ::testing::ElementsAre("Windward"));
}

/// The tables with a column of that name.
std::vector<std::string> tables_with(db::Session& session, std::string_view column) {
    return session.query<std::string>(
        session.engine() == db::Engine::postgres
            ? "SELECT table_name FROM information_schema.columns WHERE column_name = $1"
              " AND table_schema = current_schema()"
            : "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
              " WHERE m.type = 'table' AND c.name = $1",
        column);
}

// A table that a merge forgets would keep rows of an organization that is gone, or hinder the merge.
TEST_P(Merges, KnowEveryTableThatNamesAnOrganization) {
    const auto read = [&](std::string_view column) {
        return db().read([&](db::Session& session) { return tables_with(session, column); });
    };
    // Addresses are led on, and rows of an import tell what it did.
    EXPECT_THAT(
        read("organization_id"),
        IsSubsetOf({"memberships", "wave_members", "contact_roles", "agreements", "experts", "country_facts",
                    "backings", "starts", "project_organizations", "organization_slugs", "import_rows",
                    "unlisted_organizations", "objections", "join_requests", "outside_readings"}));
    // What was changed, erased and judged, and what was asked of it, is about the record that it was.
    EXPECT_THAT(
        read("record_id"),
        IsSubsetOf({"claims", "corrections", "tier_evidence", "tier_waivers", "attachments", "letters",
                    "changes", "erasures", "tier_changes", "record_tiers", "nudges", "idempotency_keys"}));
}

}  // namespace
}  // namespace konbit::merges
