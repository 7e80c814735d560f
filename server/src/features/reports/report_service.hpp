// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/permission/capabilities.hpp"
#include "features/reports/material.hpp"

namespace konbit::reports {

/// Reads what a report is written from.
/// @return `author` and `at` are left empty; otherwise as take_material().
Result<Material> read_material(App& app, const Analyst& reads, Audience audience);

/// Reads what a report is written from, and notes that one leaves.
/// @return ErrorCode::conflict with "wave_not_closed" while answers still come in: a paper cannot be taken
/// back.
Result<Material> take_material(App& app, const Analyst& reads, const WaveFacilitator& notes,
                               Audience audience);

}  // namespace konbit::reports
