// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.hpp"
#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The files of docs/metrics, as they lie there.
std::span<const EmbeddedFile> metric_files();

/// What each measure means, for anybody: `/measures` and a page for each.
std::span<const http::Route<App>> metric_page_routes();

}  // namespace konbit
