// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

#include <utility>

namespace konbit::totals {

/// Researchers and funders of the cluster or of the platform, its consultants, the ministry of the country of
/// its seat, the regional team, and the cluster's own facilitator, who sees what they see. A consultant of a
/// member firm reads none: nobody advises the own competitors.
/// @return ErrorCode::not_found for everybody else.
Result<Viewer> read_totals(App& app, const http::Request& request, ClusterId cluster);

/// May read the released totals of one wave, and take them out.
class TotalsReader {
  public:
    const ClusterId& cluster() const { return cluster_; }
    const WaveId& wave() const { return wave_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend Result<TotalsReader> read_wave_totals(App& app, const http::Request& request, WaveId wave);
    TotalsReader(ClusterId cluster, WaveId wave, Viewer viewer)
        : cluster_(cluster), wave_(wave), viewer_(std::move(viewer)) {}
    ClusterId cluster_;
    WaveId wave_;
    Viewer viewer_;
};

/// Whoever reads the totals of the cluster, once those of this wave are released.
/// @return ErrorCode::not_found for everybody else.
Result<TotalsReader> read_wave_totals(App& app, const http::Request& request, WaveId wave);

inline constexpr http::Roles totals_readers{Role::facilitator, Role::national, Role::regional_editor,
                                            Role::researcher, Role::consultant};

inline constexpr http::Policy<App, Viewer, ClusterId> may_read_totals{"reader of the cluster's totals",
                                                                      totals_readers, &read_totals};

inline constexpr http::Policy<App, TotalsReader, WaveId> may_take_totals{
    "reader of the cluster's totals, of a wave that was released", totals_readers, &read_wave_totals};

}  // namespace konbit::totals
