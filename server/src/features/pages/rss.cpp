// SPDX-License-Identifier: Apache-2.0
#include "features/pages/rss.hpp"

#include "features/mail/message.hpp"

namespace konbit::pages {

namespace {

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">\n";
}

/// RSS writes times as mail does.
std::string item_element(const FeedItem& item) {
    std::string xml = "<item>\n" + element("title", item.title) + element("link", item.url);
    xml += "<guid isPermaLink=\"false\">" + xml_text(item.guid) + "</guid>\n";
    xml += element("pubDate", mail::message_date(item.at));
    if (!item.text.empty()) xml += element("description", item.text);
    return xml + "</item>\n";
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string xml;
    for (const char c : text) {
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '>')
            xml += "&gt;";
        else if (c == '"')
            xml += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            xml += c;
    }
    return xml;
}

std::string rss(const Feed& feed) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n";
    xml +=
        element("title", feed.title) + element("link", feed.url) + element("description", feed.description);
    xml += element("language", feed.language);
    xml +=
        "<atom:link href=\"" + xml_text(feed.self_url) + "\" rel=\"self\" type=\"application/rss+xml\"/>\n";
    if (!feed.items.empty()) xml += element("lastBuildDate", mail::message_date(feed.items.front().at));
    for (const auto& item : feed.items) xml += item_element(item);
    return xml + "</channel>\n</rss>\n";
}

}  // namespace konbit::pages
