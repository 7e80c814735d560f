// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/imports/apply_row.hpp"
#include "features/imports/check.hpp"
#include "features/imports/import_tables.hpp"
#include "features/imports/proposal.hpp"
#include "features/imports/row_reader.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

#include <random>

namespace konbit::imports {
namespace {

class ImportStore : public konbit::testing::AppTest {
  protected:
    ImportStore() { EXPECT_TRUE(load_reference(db(), {.now = clock().now()})); }

    Importer importer() const { return {System::directory_editor(), std::nullopt}; }

    /// A table as it would be shown, checked.
    struct Shown {
        Import import;
        std::vector<ImportRow> rows;
    };
    Shown shown(std::string_view bytes, OnPossible on_possible = OnPossible::ask) {
        return shown(importer(), ImportKind::organizations, bytes, on_possible);
    }

    Shown shown(const Importer& by, ImportKind kind, std::string_view bytes,
                OnPossible on_possible = OnPossible::ask) {
        SourceTable table = read_table(bytes).value();
        Shown made;
        made.import.kind = kind;
        made.import.default_country = "GD";
        made.import.on_possible = on_possible;
        made.import.columns = propose(kind, table);
        for (auto& row : table.rows) {
            ImportRow& added = made.rows.emplace_back();
            added.number = row.number;
            added.cells = std::move(row.cells);
        }
        check(app(), by, made.import, made.rows);
        return made;
    }

    void write(Shown& table) {
        const RowReader reader(table.import, 2026);
        const auto written = db().write([&](db::Session& session) -> Result<void> {
            const RowWriter writer(session, by_, table.import, clock().now());
            for (auto& row : table.rows) {
                const RowRecords records = reader.records_of(row);
                KONBIT_CHECK(writer.write(row, records));
            }
            return {};
        });
        ASSERT_TRUE(written) << written.error().reason;
    }

    void add(OrganizationDetails organization) {
        ASSERT_TRUE(db().write([&](db::Session& session) {
            return organizations::insert(session, checked(organization, 2026).value(),
                                         System::directory_editor(), clock().now());
        }));
    }

    ClusterId start_cluster() {
        Cluster cluster;
        cluster.name = "Windward";
        cluster.country_code = "GD";
        return db()
            .write([&](db::Session& session) {
                return clusters::insert(session, konbit::checked(cluster).value(), System::directory_editor(),
                                        clock().now());
            })
            .value()
            .id;
    }

    void add_member(const ClusterId& cluster, const OrganizationDetails& organization, std::string phone) {
        const auto written = db().write([&](db::Session& session) -> Result<void> {
            KONBIT_TRY(const Organization made,
                       organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), clock().now()));
            Membership member;
            member.organization_id = made.id;
            member.country_code = "GD";
            member.contact_phone = std::move(phone);
            KONBIT_CHECK(memberships::insert(session, member, System::facilitator(cluster), clock().now()));
            return {};
        });
        ASSERT_TRUE(written) << written.error().reason;
    }

    ExportTable exported() {
        return db().read([](db::Session& s) { return organizations_table(s, System::directory_editor()); });
    }

  private:
    const Importer by_ = importer();
};
KONBIT_ON_BOTH_DATABASES(ImportStore);

OrganizationDetails named(std::string name) {
    OrganizationDetails organization;
    organization.name = std::move(name);
    organization.country_code = "GD";
    return organization;
}

TEST_P(ImportStore, CreatesChangesAndLeavesAlone) {
    add(named("Belmont Estate"));
    auto table = shown("name,place,website\nBelmont Estate Ltd,Hermitage,belmont.gd\nLevera Moss,,\n");
    EXPECT_EQ(table.rows[0].action, RowAction::update);
    EXPECT_EQ(table.rows[0].understood.at("website"), "https://belmont.gd");
    EXPECT_EQ(table.rows[0].replaced.at("locality"), "");
    EXPECT_EQ(table.rows[1].action, RowAction::create);
    write(table);
    EXPECT_EQ(table.rows[0].outcome, RowOutcome::updated);
    EXPECT_EQ(table.rows[0].organization_version, 2);

    const auto again = shown("name,place\nBelmont Estate Ltd,Hermitage\nLevera Moss,\n");
    for (const auto& row : again.rows) EXPECT_EQ(row.action, RowAction::unchanged) << row.organization;
}

TEST_P(ImportStore, AsksAboutWhatIsOnlyAlike) {
    add(named("Barbados Investment and Development Corporation"));
    const std::string_view list = "name\nBIDC\n";
    const auto asked = shown(list);
    ASSERT_EQ(asked.rows[0].duplicates.size(), 1U);
    EXPECT_EQ(asked.rows[0].problems.front().code, "maybe_duplicate");
    EXPECT_TRUE(asked.rows[0].is_blocked);
    EXPECT_EQ(shown(list, OnPossible::same).rows[0].action, RowAction::update);
    EXPECT_EQ(shown(list, OnPossible::new_).rows[0].action, RowAction::create);
}

TEST_P(ImportStore, LeavesOutRowsThatRepeatOthers) {
    const auto table =
        shown("name,country\nConcord Chocolate,Grenada\nThe Concord Chocolate Co.,GD\nBad,Atlantis\n");
    EXPECT_EQ(table.rows[1].action, RowAction::skip);
    EXPECT_EQ(table.rows[1].duplicates.front().number, 2);
    EXPECT_EQ(table.rows[2].problems.front().code, "unknown_country");
    EXPECT_EQ(table.import.counts.blocked, 1);
    EXPECT_EQ(table.import.counts.create, 2);
}

// Row 3 is row 2 in other letters: it gives its place to row 2 and is left out.
TEST_P(ImportStore, TakesFromARepetitionWhatTheFirstRowLacks) {
    auto table = shown(
        "name,country,place,website\nConcord Chocolate,Grenada,,here.gd\n"
        "The Concord Chocolate Co.,GD,Concord,there.gd\n");
    EXPECT_EQ(table.rows[0].understood.at("locality"), "Concord");
    EXPECT_EQ(table.rows[0].understood.at("website"), "https://here.gd");
    write(table);
    EXPECT_EQ(table.rows[0].outcome, RowOutcome::created);
    const auto again = shown("name,country,place\nConcord Chocolate,Grenada,Concord\n");
    EXPECT_EQ(again.rows[0].action, RowAction::unchanged);
}

TEST_P(ImportStore, TakesNoFormulasAndNoErrors) {
    const auto table = shown("name,place,website\n=HYPERLINK(1),#N/A,+cmd\n'@home,'-Grand Anse,\n");
    EXPECT_TRUE(table.rows[0].is_blocked) << "a name that is a formula is no name";
    EXPECT_TRUE(table.rows[0].understood.empty());
    EXPECT_EQ(table.rows[1].organization, "@home");
    EXPECT_EQ(table.rows[1].understood.at("locality"), "-Grand Anse");
}

/// Texts that are hard on tables: quotes, line ends, formulas, apostrophes, letters of every script.
std::string hard_text(std::mt19937& random, int longest) {
    constexpr auto pieces =
        std::to_array<std::string_view>({"a", "B", " ", "é", "Ñ", "\"",      "'", ",", ";",  "\n",
                                         "=", "+", "-", "@", "1", "_x000D_", "&", "<", "語", "\t"});
    std::string text;
    for (int i = 0; i < longest; ++i) text += pieces[random() % pieces.size()];
    return text;
}

/// Names are one line.
std::string hard_name(std::mt19937& random, int longest) {
    std::string name = hard_text(random, longest);
    std::ranges::replace_if(name, [](char c) { return c == '\n' || c == '\t'; }, '/');
    return name;
}

/// Profiles of hard texts: also the signs that part the entries of a cell.
void fill_profile(OrganizationDetails& organization, std::mt19937& random) {
    const auto text = [&] { return "t" + hard_text(random, 8) + "; | ~ \\z"; };
    organization.names.texts = {{"en", text()}, {"pap", text()}};
    organization.acronyms.texts = {{"es", text()}};
    organization.legal_form = text();
    organization.sector = "10";
    organization.further_sectors = {"46", "47"};
    organization.value_chain_stages = {ValueChainStage::processing, ValueChainStage::retail};
    organization.services = {{{{{"en", text()}, {"fr", text()}}}, {{{"fr", text()}}}},
                             {{{{"es", text()}}}, {}}};
    organization.offers = {{OfferKind::space, {{{"en", text()}}}, Date::of(2027, 5, 1)}};
    organization.needs = {{OfferKind::finance, {{{"ht", text()}}}, std::nullopt}};
    organization.machines = {{text(), 3, std::nullopt}, {text(), std::nullopt, text()}};
    organization.certificates = {{text(), std::nullopt, Date::of(2027, 2, 28), "https://c.example/a;b|c~d"}};
    organization.capacities = {{text(), 2.5, "20-ft container", CapacityPeriod::season, 0.25}};
    organization.spare_days_per_month = 6;
    organization.markets = {"BB", "DE"};
    organization.languages = {"en", "pap"};
    organization.social_links = {{SocialNetwork::other, "https://s.example/?a=1;2"}};
    organization.affiliations = {{text(), "https://a.example"}, {text(), std::nullopt}};
    organization.evidence = {{ProfileSection::offer, "https://e.example/~me"}};
}

// 60 organizations of hard texts and every kind of field beside those of the reference data, out as CSV and
// as a workbook and back in.
TEST_P(ImportStore, ReadsItsOwnTablesBackUnchanged) {
    std::mt19937 random(20261122);
    for (int i = 0; i < 60; ++i) {
        OrganizationDetails organization = named("N" + hard_name(random, 12) + std::to_string(i));
        if (i % 2 == 0) organization.name = "=" + organization.name;
        organization.acronym = "'" + hard_text(random, 2) + "x";
        organization.kind = static_cast<OrganizationKind>(i % 10);
        organization.locality = hard_text(random, 9) + "z";
        if (i % 3 == 0) organization.latitude = 12.05 + i / 7.0;
        if (i % 3 == 0) organization.longitude = -61.75 + i / 13.0;
        if (i % 4 == 0) organization.founded_year = 1900 + i;
        if (i % 5 == 0) organization.size_band = SizeBand::medium;
        organization.description.texts["fr"] = hard_text(random, 40) + "z";
        if (i % 6 == 0) organization.as_of = Date::of(2025, 9, 1 + i % 28);
        if (i % 2 == 1) fill_profile(organization, random);
        add(organization);
    }
    const ExportTable table = exported();
    for (const std::string& bytes : {as_csv(table), as_workbook(table).value()}) {
        const auto back = shown(bytes);
        ASSERT_EQ(back.rows.size(), table.rows.size());
        for (const auto& row : back.rows)
            EXPECT_EQ(row.action, RowAction::unchanged)
                << row.organization << (row.problems.empty() ? "" : row.problems.front().code) << " "
                << (row.replaced.empty() ? "" : row.replaced.begin()->first);
    }
}

/// A number as people type it: with and without the country, with blanks and hyphens anywhere.
std::string typed_phone(std::mt19937& random) {
    constexpr auto prefixes =
        std::to_array<std::string_view>({"", "+1 473 ", "1-473-", "(473) ", "473", "011 44 20 ", "00509 "});
    std::string phone(prefixes[random() % prefixes.size()]);
    for (int digit = 0; digit < 7; ++digit) {
        phone += static_cast<char>('2' + random() % 8);
        if (digit < 6 && random() % 3 == 0) phone += random() % 2 == 0 ? ' ' : '-';
    }
    return phone;
}

// A form stores a telephone as it was typed, an import in one form: the table of 40 of them says nothing new.
TEST_P(ImportStore, ReadsARosterBackUnchangedHoweverItsTelephonesWereTyped) {
    std::mt19937 random(20261122);
    const ClusterId cluster = start_cluster();
    for (int i = 0; i < 40; ++i)
        add_member(cluster, named("Firm of street " + std::to_string(100 + 7 * i)), typed_phone(random));
    const Importer by{std::nullopt, System::facilitator(cluster)};
    const ExportTable table =
        db().read([&](db::Session& session) { return roster_table(session, *by.facilitator); });
    for (const std::string& bytes : {as_csv(table), as_workbook(table).value()}) {
        const auto back = shown(by, ImportKind::roster, bytes);
        ASSERT_EQ(back.rows.size(), 40U);
        for (const auto& row : back.rows)
            EXPECT_EQ(row.action, RowAction::unchanged)
                << row.organization << (row.replaced.empty() ? "" : row.replaced.begin()->first);
    }
}

}  // namespace
}  // namespace konbit::imports
