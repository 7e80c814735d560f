// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/networks/analyze.hpp"
#include "features/permission/capabilities.hpp"

#include <memory>

namespace konbit::networks {

/// The report of a wave's network as it stands now. Worked out once for equal input and then kept in memory;
/// sealed answers are not kept.
/// @return ErrorCode::unavailable with "wave_key" when sealed answers cannot be opened.
Result<std::shared_ptr<const NetworkReport>> report_of(App& app, const Analyst& by);

}  // namespace konbit::networks
