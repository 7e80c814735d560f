// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/audit/reading.hpp"
#include "features/permission/viewer.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace konbit {

using OutsideReadingId = Id<struct OutsideReadingTag>;

/// Somebody signed in who opened a page of a cluster. Whether that was from outside is found out when it is
/// counted; the account is forgotten then.
struct OutsideReader {
    AccountId account{};
    std::vector<Grant> grants;
    std::string record;  ///< The id of the cluster, or of one of its waves.
    ReadPage page = ReadPage::results;
    Instant opened_at{};
};

/// How often people of one organization in one role opened pages of a cluster in a quarter.
struct OutsideReading {
    std::optional<OrganizationId> organization_id;  ///< Empty for an office of a country or of the region.
    std::optional<std::string> organization_name;
    std::optional<std::string> country_code;
    Role role = Role::member;
    std::int64_t members = 0;    ///< The member list.
    std::int64_t results = 0;    ///< Results on a screen.
    std::int64_t reports = 0;    ///< The report, printed or as a file.
    std::int64_t downloads = 0;  ///< Tables.

    static constexpr auto fields() {
        return std::tuple{field("organization_id", &OutsideReading::organization_id),
                          field("organization_name", &OutsideReading::organization_name),
                          field("country_code", &OutsideReading::country_code),
                          field("role", &OutsideReading::role),
                          field("members", &OutsideReading::members),
                          field("results", &OutsideReading::results),
                          field("reports", &OutsideReading::reports),
                          field("downloads", &OutsideReading::downloads)};
    }
};

/// Who opened a cluster's pages from outside in one quarter.
struct OutsideReadings {
    std::string quarter;                ///< "2026-Q4", in UTC.
    std::vector<std::string> quarters;  ///< Those with any, and the present one; the latest first.
    std::vector<OutsideReading> items;

    static constexpr auto fields() {
        return std::tuple{field("quarter", &OutsideReadings::quarter),
                          field("quarters", &OutsideReadings::quarters),
                          field("items", &OutsideReadings::items)};
    }
};

namespace audit {

/// "2026-Q4"
std::string quarter_of(Instant at);

/// Who was counted in this hour: turning pages back and forth is one opening. Kept in memory only.
class RecentReaders {
  public:
    /// Whether the account has not opened this page of this record in the hour of `now` yet.
    bool is_first(const OutsideReader& reader, Instant now);

  private:
    std::int64_t hour_ = 0;
    std::set<std::string> known_;
};

}  // namespace audit
}  // namespace konbit
