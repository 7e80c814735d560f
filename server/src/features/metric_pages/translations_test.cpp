// SPDX-License-Identifier: Apache-2.0
#include "core/embedded_file.hpp"
#include "features/metric_pages/metric_page_routes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

namespace konbit::metric_pages {
namespace {

/// Everything in a page that no translation may change, sorted: code, sources and the pages that it links.
std::vector<std::string> unchangeable(std::string_view text) {
    static const std::regex part("`[^`]*`|doi:[^\\s,]*[^\\s,.;)]|\\]\\(\\w+\\.md");
    std::vector<std::string> found;
    std::string joined(text);
    std::ranges::replace(joined, '\n', ' ');
    for (std::sregex_iterator at(joined.begin(), joined.end(), part), end; at != end; ++at)
        found.push_back(at->str());
    std::ranges::sort(found);
    return found;
}

std::ptrdiff_t count(std::string_view text, std::string_view start) {
    std::ptrdiff_t lines = text.starts_with(start) ? 1 : 0;
    const std::string after = "\n" + std::string(start);
    for (std::size_t at = 0; (at = text.find(after, at)) != text.npos; ++at) ++lines;
    return lines;
}

TEST(MetricPages, SayTheSameInEveryLanguage) {
    int pages = 0;
    for (const EmbeddedFile& english : metric_files()) {
        if (english.path.contains('/')) continue;
        ++pages;
        for (const char* language : {"es/", "fr/"}) {
            const std::string name = language + std::string(english.path);
            const auto translated = find_embedded(metric_files(), name);
            ASSERT_TRUE(translated) << name;
            EXPECT_EQ(unchangeable(*translated), unchangeable(english.bytes)) << name;
            for (const char* start : {"#", "|", "- "})
                EXPECT_EQ(count(*translated, start), count(english.bytes, start)) << name << start;
        }
    }
    EXPECT_GT(pages, 40);
}

}  // namespace
}  // namespace konbit::metric_pages
