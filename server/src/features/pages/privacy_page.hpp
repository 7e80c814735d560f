// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/words.hpp"
#include "features/processors/processor.hpp"
#include "http/html.hpp"

#include <span>

namespace konbit::pages {

/// Who handles data for this installation, where, and which.
html::Html processors_section(const Words& words, std::span<const Processor> processors);

/// The deadlines of the laws, each with what it rests on.
html::Html laws_section(const Words& words);

}  // namespace konbit::pages
