// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/frame.hpp"
#include "features/reports/report.hpp"

namespace konbit::reports {

/// The report as a page that a browser prints.
/// @param path  Under which it is shown.
pages::Content page_of(const Report& report, std::string path);

}  // namespace konbit::reports
