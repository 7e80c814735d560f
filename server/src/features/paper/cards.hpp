// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/link_store.hpp"
#include "features/surveys/wave.hpp"
#include "pdf/document.hpp"

#include <string>
#include <vector>

namespace konbit {
class Catalog;
}

namespace konbit::paper {

/// Cards to cut out, eight to a page: whose it is, what to do in each language of the wave, and the QR code
/// of the personal link.
/// @param links  With their addresses filled in.
void add_cards(pdf::Document& document, const Catalog& texts, const Wave& wave,
               const std::vector<links::LinkRow>& links);

}  // namespace konbit::paper
