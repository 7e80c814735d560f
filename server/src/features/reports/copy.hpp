// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reports/report.hpp"
#include "features/surveys/wave.hpp"

namespace konbit {

using ReportCopyId = Id<struct ReportCopyTag>;

/// A report that was taken out of a wave.
struct ReportCopy {
    ReportCopyId id{};
    WaveId wave_id{};
    std::optional<AccountId> account_id;
    reports::Audience audience = reports::Audience::board;
    int answered = 0;
    int asked = 0;
    std::optional<std::string>
        results_sha256;  ///< Of the frozen results; empty while they could still change.
    Instant taken_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ReportCopy::id, Access::read_only),
            field("wave_id", &ReportCopy::wave_id, Access::read_only),
            field("account_id", &ReportCopy::account_id, Access::read_only),
            field("audience", &ReportCopy::audience, Access::read_only),
            field("answered", &ReportCopy::answered, Access::read_only),
            field("asked", &ReportCopy::asked, Access::read_only),
            field("results_sha256", &ReportCopy::results_sha256, Access::read_only),
            field("taken_at", &ReportCopy::taken_at, Access::read_only),
        };
    }
};

/// A copy with the name of whoever took it.
struct ReportCopyLine : ReportCopy {
    std::string taken_by;  ///< Empty once the account is gone.

    static constexpr auto fields() {
        return std::tuple_cat(ReportCopy::fields(),
                              std::tuple{field("taken_by", &ReportCopyLine::taken_by, Access::read_only)});
    }
};

}  // namespace konbit
