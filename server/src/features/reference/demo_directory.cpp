// SPDX-License-Identifier: Apache-2.0
#include "features/reference/demo_directory.hpp"

#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/clusters/stage_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/demo_profiles.hpp"
#include "features/reference/record_reader.hpp"
#include "features/reference/reference_files.hpp"

#include <algorithm>

namespace konbit {

namespace {

/// The rows of data/demo, read before the transaction.
struct DemoRows {
    std::vector<ReadRecord<ClusterDetails>> clusters;
    std::vector<ReadRecord<OrganizationDetails>> organizations;
    std::vector<ReadRecord<Membership>> memberships;
    DemoProfiles profiles;
};

template <class T>
Result<std::vector<ReadRecord<T>>> rows_of(std::string_view path,
                                           std::initializer_list<std::string_view> apart = {}) {
    const auto bytes = find_embedded(demo_files(), path);
    if (!bytes) return failure(ErrorCode::not_found, std::string(path));
    auto rows = read_records<T>(*bytes, apart);
    if (!rows) return failure(rows.error().code, std::string(path), rows.error().fields);
    return rows;
}

Result<DemoRows> read_rows() {
    DemoRows rows;
    KONBIT_TRY(rows.clusters, rows_of<ClusterDetails>("clusters.csv"));
    KONBIT_TRY(rows.organizations, rows_of<OrganizationDetails>("organizations.csv", {"id"}));
    KONBIT_TRY(rows.memberships, rows_of<Membership>("memberships.csv"));
    KONBIT_TRY(rows.profiles, DemoProfiles::read());
    return rows;
}

std::string other(const OtherColumns& others, std::string_view column) {
    const auto found = others.find(column);
    return found == others.end() ? std::string() : found->second;
}

void shift_date(std::optional<Date>& date, const QuarterShift& shift) {
    if (date) date = shift(*date);
}

int months_since_zero(Date date) { return date.year() * 12 + date.month() - 1; }

/// Writes the rows in the order in which they refer to each other, and remembers what became of each.
class Loader {
  public:
    Loader(db::Session& session, DemoDirectory& directory, const DemoProfiles& profiles, Instant now)
        : session_(session), directory_(directory), profiles_(profiles), now_(now) {}

    Result<void> put(const ReadRecord<ClusterDetails>& row) {
        const auto& slug = row.record.slug;
        if (const auto stored = clusters::find(session_, System::viewer(), slug)) {
            directory_.clusters[slug] = stored->id;
            return {};
        }
        ClusterDetails cluster = prepared(row.record);
        cluster.claim = Claim::claimed;
        if (const auto count = other(row.others, "member_count"); !count.empty())
            cluster.stated_member_count = std::stoi(count);
        KONBIT_CHECK(profiles_.complete(cluster, directory_.shift));
        KONBIT_TRY(cluster, checked(std::move(cluster), utc_date(now_).year()));
        KONBIT_TRY(const ClusterDetails made,
                   clusters::insert(session_, std::move(cluster), System::directory_editor(), earlier()));
        directory_.clusters[slug] = made.id;
        put_stages(made);
        return {};
    }

    Result<void> put(const ReadRecord<OrganizationDetails>& row) {
        const auto number = other(row.others, "id");
        if (const auto stored = organizations::find(session_, System::viewer(), row.record.slug)) {
            directory_.organizations[number] = stored->id;
            return {};
        }
        OrganizationDetails organization = prepared(row.record);
        KONBIT_CHECK(profiles_.complete(organization, directory_.shift));
        KONBIT_TRY(organization, checked(std::move(organization), utc_date(now_).year()));
        KONBIT_TRY(const OrganizationDetails made, organizations::insert(session_, std::move(organization),
                                                                         System::directory_editor(), now_));
        directory_.organizations[number] = made.id;
        return {};
    }

    Result<void> put(const ReadRecord<Membership>& row) {
        const auto number = other(row.others, "organization");
        const Facilitator by = System::facilitator(directory_.clusters[other(row.others, "cluster")]);
        Membership membership = row.record;
        membership.organization_id = directory_.organizations[number];
        shift_date(membership.joined_on, directory_.shift);
        shift_date(membership.left_on, directory_.shift);
        auto stored = memberships::find_of(session_, by, membership.organization_id);
        if (!stored) stored = memberships::insert(session_, std::move(membership), by, now_);
        if (!stored) return std::unexpected(stored.error());
        directory_.memberships[number] = stored->id;
        return {};
    }

  private:
    void put_stages(const ClusterDetails& cluster) {
        const auto found = profiles_.stages.find(cluster.slug);
        if (found == profiles_.stages.end()) return;
        for (StageChange change : found->second) {
            change.cluster_id = cluster.id;
            change.reached_on = directory_.shift(change.reached_on);
            stages::insert(session_, std::move(change), System::directory_editor(), now_);
        }
    }

    /// The cluster that the story tells stands first in the file; it is the newest, and leads the home page.
    Instant earlier() { return now_ - clusters_made_++; }

    template <class Record>
    Record prepared(Record record) const {
        record.publication = Publication::published;
        record.is_demo = true;
        shift_date(record.last_confirmed_on, directory_.shift);
        shift_date(record.as_of, directory_.shift);
        return record;
    }

    db::Session& session_;
    DemoDirectory& directory_;
    const DemoProfiles& profiles_;
    Instant now_;
    std::int64_t clusters_made_ = 0;
};

Result<DemoDirectory> load(db::Session& session, const DemoRows& rows, QuarterShift shift, Instant now) {
    DemoDirectory directory{shift, {}, {}, {}};
    Loader loader(session, directory, rows.profiles, now);
    for (const auto& row : rows.clusters) KONBIT_CHECK(loader.put(row));
    for (const auto& row : rows.organizations) KONBIT_CHECK(loader.put(row));
    for (const auto& row : rows.memberships) KONBIT_CHECK(loader.put(row));
    return directory;
}

}  // namespace

Date QuarterShift::operator()(Date date) const {
    const int months = months_since_zero(date) + 3 * quarters;
    int day = date.day();
    for (;; --day)
        if (const auto moved = Date::of(months / 12, months % 12 + 1, day)) return *moved;
}

Instant QuarterShift::operator()(Instant at) const {
    const Date date = utc_date(at);
    return start_of((*this)(date)) + (at - start_of(date));
}

QuarterShift shift_to(Date written_for, Date today) {
    return {months_since_zero(today) / 3 - months_since_zero(written_for) / 3};
}

Result<Date> demonstration_day() {
    constexpr std::string_view key = "\ndemonstration_day = ";
    const auto story = find_embedded(demo_files(), "story.toml").value_or("");
    const auto at = story.find(key);
    if (at != std::string_view::npos)
        if (const auto day = Date::parse(story.substr(at + key.size(), 10))) return *day;
    return failure(ErrorCode::invalid, "story.toml");
}

Result<DemoDirectory> load_demo_directory(db::Database& database, Instant now) {
    KONBIT_TRY(const DemoRows rows, read_rows());
    KONBIT_TRY(const Date written_for, demonstration_day());
    const QuarterShift shift = shift_to(written_for, utc_date(now));
    return database.write([&](db::Session& session) { return load(session, rows, shift, now); });
}

}  // namespace konbit
