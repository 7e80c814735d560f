// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reports/report.hpp"
#include "pdf/document.hpp"

namespace konbit::reports {

/// Writes the report down, one part below the other, with the stamp and the page's number at the foot of each
/// page. The same report gives the same bytes.
pdf::Document pdf_of(const Report& report, pdf::Paper paper);

}  // namespace konbit::reports
