// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

#include <string_view>

namespace konbit::analyses {

inline constexpr std::string_view analysis_job = "analysis";

/// Adds what works out the questions that were put to networks. Answers that changed meanwhile end it as
/// failed with "answers_changed": its result would be kept under a hash that is not theirs.
void add_analysis_jobs(jobs::Handlers& handlers, App& app);

}  // namespace konbit::analyses
