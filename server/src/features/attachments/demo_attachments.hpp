// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::attachments {

/// Gives some records of the demonstration a logo, a drawn picture and a document. All of them are made by
/// this program, and say so: no real place, person or brand is on them. What is there already stays as it is.
Result<void> load_demo_attachments(App& app, const DemoDirectory& directory);

}  // namespace konbit::attachments
