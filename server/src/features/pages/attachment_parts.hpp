// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/attachments/attachment.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

#include <string_view>
#include <vector>

/// Logo, photos and documents on the page of a record.
namespace konbit::pages {

/// The logo, or the woven tile when there is none.
html::Html emblem(const Words& words, const std::vector<Attachment>& attachments, std::string_view id,
                  std::string_view name);

/// The photos as a panel; nothing when there are none. They are loaded when they come into view.
html::Html gallery(const Words& words, const std::vector<Attachment>& attachments);

/// The documents as a panel: title, size and language of each.
html::Html documents(const Words& words, const std::vector<Attachment>& attachments);

/// What previews of links show: the first photo, else the logo, else the drawn preview at `drawn`.
ShownImage preview_of(const Words& words, const std::vector<Attachment>& attachments, std::string_view drawn,
                      std::string_view name);

}  // namespace konbit::pages
