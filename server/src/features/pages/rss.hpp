// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Feeds that any feed reader understands.
namespace konbit::pages {

/// One record in a feed.
struct FeedItem {
    std::string title;
    std::string url;
    std::string guid;  ///< Another one makes readers show the item again.
    std::string text;  ///< May be empty.
    Instant at{};
    bool is_new = false;  ///< Made, not only changed, after the time that was asked for.
};

struct Feed {
    std::string title;
    std::string url;       ///< Of the page that shows the same.
    std::string self_url;  ///< Of the feed.
    std::string description;
    std::string_view language;
    std::vector<FeedItem> items;  ///< Newest first.
};

/// The feed as RSS 2.0. Characters that XML cannot hold are left out.
/// @source https://www.rssboard.org/rss-specification
std::string rss(const Feed& feed);

/// Text with what XML takes for markup escaped, without the characters that XML 1.0 forbids.
std::string xml_text(std::string_view text);

}  // namespace konbit::pages
