// SPDX-License-Identifier: Apache-2.0
#include "features/imports/check.hpp"

#include "core/scalar.hpp"
#include "db/columns.hpp"
#include "features/duplicates/register.hpp"
#include "features/imports/import_fields.hpp"
#include "features/imports/row_reader.hpp"
#include "features/search/directory_search.hpp"

#include <algorithm>
#include <map>

namespace konbit::imports {

namespace {

/// Names that are only alike are never certain: a letter may be the whole difference between two firms.
bool is_certain(double score, const std::vector<duplicates::Reason>& reasons) {
    return score >= duplicates::certain && std::ranges::any_of(reasons, [](duplicates::Reason reason) {
               return reason != duplicates::Reason::similar_name;
           });
}

/// An organization that a row may mean.
struct KnownOrganization {
    OrganizationId id{};
    std::string slug;
    std::string name;
    std::optional<std::string> acronym;
    std::string country_code;
    std::optional<std::string> website;
    std::optional<std::string> phone;
    bool is_member = false;  ///< Of the cluster into which is imported.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &KnownOrganization::id),
            field("slug", &KnownOrganization::slug),
            field("name", &KnownOrganization::name),
            field("acronym", &KnownOrganization::acronym),
            field("country_code", &KnownOrganization::country_code),
            field("website", &KnownOrganization::website),
            field("phone", &KnownOrganization::phone),
            field("is_member", &KnownOrganization::is_member),
        };
    }
};

/// What the importer sees, and in a roster every member with its phone.
std::vector<KnownOrganization> list_known(db::Session& session, const Importer& by) {
    const std::string visible = organizations_visible_to(by.viewer(), "o");
    const std::string columns = "SELECT o.id, o.slug, o.name, o.acronym, o.country_code, o.website, ";
    if (!by.facilitator)
        return session.query<KnownOrganization>(columns + "NULL, FALSE FROM organizations o WHERE " +
                                                visible);
    return session.query<KnownOrganization>(
        columns +
            "m.contact_phone, m.id IS NOT NULL FROM organizations o LEFT JOIN memberships m"
            " ON m.organization_id = o.id AND m.cluster_id = $1 WHERE m.id IS NOT NULL OR " +
            visible,
        by.facilitator->cluster());
}

duplicates::Fingerprint fingerprint_of(const KnownOrganization& known) {
    return duplicates::fingerprint(
        {known.name, known.acronym, known.country_code, known.website, known.phone});
}

duplicates::Fingerprint fingerprint_of(const RowRecords& records) {
    const auto& [organization, membership] = records;
    return duplicates::fingerprint({organization.name, organization.acronym, organization.country_code,
                                    organization.website, membership.contact_phone});
}

/// Everything that could be meant, ready to be asked.
class KnownRegister {
  public:
    explicit KnownRegister(std::vector<KnownOrganization> known)
        : known_(std::move(known)), register_(fingerprints()) {
        for (std::size_t i = 0; i < known_.size(); ++i) place_of_.emplace(known_[i].id, i);
    }

    const KnownOrganization* find(const OrganizationId& id) const {
        const auto found = place_of_.find(id);
        return found == place_of_.end() ? nullptr : &known_[found->second];
    }

    /// The most alike, members of the cluster before others as alike.
    std::vector<RowDuplicate> resembling(const duplicates::Fingerprint& candidate) const {
        constexpr std::size_t most = 3;
        auto matches = register_.matches(candidate);
        std::ranges::sort(matches, {}, [&](const duplicates::Match& match) {
            return std::tuple(-match.score.value, !known_[match.place].is_member, match.place);
        });
        std::vector<RowDuplicate> found;
        for (const auto& [place, score] : matches)
            if (found.size() < most) found.push_back(described(known_[place], score));
        return found;
    }

    static RowDuplicate described(const KnownOrganization& known, const duplicates::Score& score) {
        return {known.id, std::nullopt, known.name, known.slug, score.value, score.reasons};
    }

  private:
    std::vector<duplicates::Fingerprint> fingerprints() const {
        std::vector<duplicates::Fingerprint> all;
        for (const auto& each : known_) all.push_back(fingerprint_of(each));
        return all;
    }

    std::vector<KnownOrganization> known_;
    duplicates::Register register_;
    std::map<OrganizationId, std::size_t> place_of_;
};

/// Decides about rows in their order.
class Planner {
  public:
    Planner(const Importer& by, const Import& import, const KnownRegister& known,
            std::vector<duplicates::Fingerprint> rows)
        : by_(by), import_(import), known_(known), fingerprints_(rows), rows_(std::move(rows)) {}

    void plan(std::vector<ImportRow>& rows, const std::vector<RowRecords>& records) {
        for (std::size_t i = 0; i < rows.size(); ++i) plan(rows, i, records[i]);
    }

  private:
    void plan(std::vector<ImportRow>& rows, std::size_t place, const RowRecords& records) {
        ImportRow& row = rows[place];
        row.action = RowAction::create;
        row.organization_id.reset();
        row.duplicates = candidates(row, place);
        if (row.choice == RowChoice::skip) return skip(row);
        if (const RowDuplicate* meant = meant_by(row)) return match(row, *meant);
        if (ImportRow* first = repeated(rows, place); first && row.choice != RowChoice::create)
            return repeat(row, *first);
        check_reach(row, records.organization.country_code);
    }

    std::vector<RowDuplicate> candidates(const ImportRow& row, std::size_t place) const {
        const auto id = row.understood.find("id");
        const auto named = id == row.understood.end() ? std::nullopt : OrganizationId::parse(id->second);
        if (const KnownOrganization* known = named ? known_.find(*named) : nullptr)
            return {KnownRegister::described(*known, {1, {duplicates::Reason::same_id}})};
        return known_.resembling(fingerprints_[place]);
    }

    /// The record that a row means, asking its person where that is not certain.
    const RowDuplicate* meant_by(ImportRow& row) const {
        if (row.duplicates.empty() || row.choice == RowChoice::create) return nullptr;
        const RowDuplicate& best = row.duplicates.front();
        const bool is_same = is_certain(best.score, best.reasons) || row.choice == RowChoice::update ||
                             import_.on_possible == OnPossible::same;
        if (is_same) return &best;
        if (import_.on_possible == OnPossible::ask)
            note(row, "name", "maybe_duplicate", true, {{"name", best.name}});
        return nullptr;
    }

    void match(ImportRow& row, const RowDuplicate& meant) {
        const auto [first, is_first] = row_of_.try_emplace(*meant.organization_id, &row);
        if (!is_first) return repeat(row, *first->second);
        const KnownOrganization* known = known_.find(*meant.organization_id);
        row.organization_id = known->id;
        const bool is_roster = import_.kind == ImportKind::roster;
        row.action = is_roster && !known->is_member ? RowAction::link : RowAction::update;
        check_reach(row, known->country_code);
    }

    /// The earlier row that this one repeats.
    ImportRow* repeated(std::vector<ImportRow>& rows, std::size_t place) const {
        for (const auto& match : rows_.matches(fingerprints_[place])) {
            const bool is_earlier = match.place < place && is_certain(match.score.value, match.score.reasons);
            if (is_earlier && rows[match.place].action != RowAction::skip) return &rows[match.place];
        }
        return nullptr;
    }

    /// One row says it all: the earlier one takes over what only the later one says.
    static void repeat(ImportRow& row, ImportRow& first) {
        first.understood.insert(row.understood.begin(), row.understood.end());
        row.duplicates = {{std::nullopt,
                           first.number,
                           first.organization,
                           std::nullopt,
                           1,
                           {duplicates::Reason::same_name}}};
        skip(row);
    }

    static void skip(ImportRow& row) { row.action = RowAction::skip; }

    void check_reach(ImportRow& row, const std::string& country_code) const {
        if (by_.editor && !by_.editor->may_edit(country_code)) note(row, "country", "other_country");
    }

    const Importer& by_;
    const Import& import_;
    const KnownRegister& known_;
    std::vector<duplicates::Fingerprint> fingerprints_;
    duplicates::Register rows_;
    std::map<OrganizationId, ImportRow*> row_of_;
};

/// The records that rows would change.
class Stored {
  public:
    Stored(db::Session& session, const Importer& by, const std::vector<ImportRow>& rows) {
        if (by.facilitator)
            read_members(session, by.facilitator->cluster());
        else
            read_organizations(session, rows);
    }

    const RowRecords* find(const OrganizationId& id) const {
        const auto found = records_.find(id);
        return found == records_.end() ? nullptr : &found->second;
    }

  private:
    void read_members(db::Session& session, const ClusterId& cluster) {
        for (auto& member : session.query<Membership>(
                 "SELECT " + db::columns<Membership>("m") + " FROM memberships m WHERE m.cluster_id = $1",
                 cluster)) {
            const OrganizationId id = member.organization_id;
            records_[id].membership = std::move(member);
        }
    }

    void read_organizations(db::Session& session, const std::vector<ImportRow>& rows) {
        constexpr std::size_t at_once = 500;
        std::vector<std::string> ids;
        const auto flush = [&] {
            for (auto& each : session.query<OrganizationDetails>(
                     "SELECT " + db::columns<OrganizationDetails>("o") + " FROM organizations o WHERE " +
                     search::is_one_of("o.id", ids))) {
                const OrganizationId id = each.id;
                records_[id].organization = std::move(each);
            }
            ids.clear();
        };
        for (const auto& row : rows) {
            if (row.action == RowAction::update) ids.push_back(row.organization_id->str());
            if (ids.size() == at_once) flush();
        }
        if (!ids.empty()) flush();
    }

    std::map<OrganizationId, RowRecords> records_;
};

/// Whether two texts mean the same: a telephone that somebody typed into a form is stored as it was typed.
bool means(const ImportField& field, const std::string& stored, const std::string& text,
           const Customs& customs) {
    return stored == text || (!stored.empty() && field.understand(stored, customs) == text);
}

Customs customs_of(const ImportRow& row, const Import& import) {
    const auto country = row.understood.find("country");
    return {country == row.understood.end() ? import.default_country : country->second};
}

/// What the row would change in the record; nothing to change makes it an unchanged one.
void compare(ImportRow& row, const Import& import, const Stored& stored) {
    row.replaced.clear();
    if (row.action != RowAction::update) return;
    const RowRecords* records = stored.find(*row.organization_id);
    if (records == nullptr) return;
    const bool is_roster = import.kind == ImportKind::roster;
    const Customs customs = customs_of(row, import);
    for (const auto& [name, text] : row.understood) {
        const ImportField& field = *find_field(import.kind, name);
        if (field.name == "id" || field.is_of_membership != is_roster) continue;
        if (std::string before = text_of(*records, field); !means(field, before, text, customs))
            row.replaced[name] = std::move(before);
    }
    // Who stands in a list belongs, even if it had left.
    const bool comes_back = is_roster && records->membership.left_on && !row.understood.contains("left_on");
    if (comes_back) row.replaced["left_on"] = text_of(*records, *find_field(import.kind, "left_on"));
    if (row.replaced.empty()) row.action = RowAction::unchanged;
}

/// What rows are held against.
struct Known {
    KnownRegister organizations;
    std::optional<people::ErasedContacts> erased{};  ///< From the cluster into which is imported.

    Known(db::Session& session, const InstallationKeys& keys, const Importer& by)
        : organizations(list_known(session, by)) {
        if (by.facilitator) erased.emplace(session, keys, by.facilitator->cluster());
    }
};

/// @return Whether the contact of the row was taken out of it.
bool leaves_out_erased(ImportRow& row, const people::ErasedContacts& erased) {
    const auto day = erased.erased_on(contact_of(row));
    if (!day) return false;
    note(row, "contact_name", "erased_on_request", false, {{"date", to_text(*day)}});
    if (row.asks_again) return false;
    for (const char* field : {"contact_name", "email", "phone"}) row.understood.erase(field);
    return true;
}

void settle(ImportRow& row, const Import& import) {
    const bool has_problem = std::ranges::any_of(row.problems, &RowProblem::blocks);
    if (has_problem && import.skips_blocked) row.action = RowAction::skip;
    row.is_blocked = has_problem && row.action != RowAction::skip;
}

}  // namespace

ImportCounts counts_of(const std::vector<ImportRow>& rows) {
    ImportCounts counts;
    const std::array<std::int64_t ImportCounts::*, 5> of{&ImportCounts::create, &ImportCounts::link,
                                                         &ImportCounts::update, &ImportCounts::unchanged,
                                                         &ImportCounts::skip};
    for (const auto& row : rows) {
        ++counts.rows;
        ++(counts.*of[static_cast<std::size_t>(row.action)]);
        if (row.is_blocked) ++counts.blocked;
        if (!row.is_blocked && !row.problems.empty()) ++counts.remarks;
        if (!row.duplicates.empty()) ++counts.duplicates;
        if (row.outcome == RowOutcome::kept) ++counts.kept;
    }
    return counts;
}

people::Contact contact_of(const ImportRow& row) {
    const auto text = [&](const char* field) {
        const auto found = row.understood.find(field);
        return found == row.understood.end() ? std::nullopt : std::optional(found->second);
    };
    return {text("contact_name"), text("email"), text("phone")};
}

int year_of(const App& app) { return utc_date(app.clock.now()).year(); }

void check(App& app, const Importer& by, Import& import, std::vector<ImportRow>& rows) {
    const RowReader reader(import, year_of(app));
    const Known known = app.database.read([&](db::Session& session) { return Known(session, app.keys, by); });
    std::vector<RowRecords> records;
    std::vector<duplicates::Fingerprint> fingerprints;
    for (auto& row : rows) {
        records.push_back(reader.read(row));
        if (known.erased && leaves_out_erased(row, *known.erased)) records.back() = reader.records_of(row);
        fingerprints.push_back(fingerprint_of(records.back()));
    }
    Planner(by, import, known.organizations, std::move(fingerprints)).plan(rows, records);
    const Stored stored = app.database.read([&](db::Session& session) { return Stored(session, by, rows); });
    for (auto& row : rows) {
        compare(row, import, stored);
        settle(row, import);
    }
    import.counts = counts_of(rows);
}

}  // namespace konbit::imports
