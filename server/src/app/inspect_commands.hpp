// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

namespace konbit {

/// `konbit migrate`: schema and reference data up to date, then the end.
int migrate(const Config& config);

/// `konbit openapi`: the description of the API on the standard output, made from the table of routes.
int write_openapi(const Config& config);

}  // namespace konbit
