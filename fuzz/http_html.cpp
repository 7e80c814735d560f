// SPDX-License-Identifier: Apache-2.0
// Text of people on a page. Konbit renders no Markdown: whatever somebody writes is text. The page that is
// written is read again as a browser reads it; it may have no element, attribute or address but those that
// were asked for.
#include "http/html.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace konbit::html;

/// Reads markup the way a browser's tokenizer does, as far as our writer goes: elements with quoted
/// attributes, text, and character references. Anything else ends the program.
class Reader {
  public:
    explicit Reader(std::string_view markup) : rest_(markup) {}

    /// The text between the tags, with references replaced.
    std::string text() {
        std::string all;
        while (!rest_.empty()) {
            if (rest_.front() == '<')
                tag();
            else
                all += character();
        }
        return all;
    }

    std::string href;
    std::string title;

  private:
    static void demand(bool is_so) {
        if (!is_so) __builtin_trap();
    }

    std::string_view until(char end) {
        const auto at = rest_.find(end);
        demand(at != rest_.npos);
        const auto part = rest_.substr(0, at);
        rest_.remove_prefix(at + 1);
        return part;
    }

    void tag() {
        static const std::set<std::string_view> allowed{"p", "a", "li", "/p", "/a", "/li"};
        rest_.remove_prefix(1);
        const auto end = rest_.find_first_of(" >");
        demand(end != rest_.npos && allowed.contains(rest_.substr(0, end)));
        rest_.remove_prefix(end);
        while (rest_.starts_with(' ')) attribute();
        demand(rest_.starts_with('>'));
        rest_.remove_prefix(1);
    }

    void attribute() {
        rest_.remove_prefix(1);
        const auto name = until('=');
        demand(name == "href" || name == "title");
        demand(rest_.starts_with('"'));
        rest_.remove_prefix(1);
        Reader value(until('"'));
        (name == "href" ? href : title) = value.text();
    }

    std::string character() {
        const char c = rest_.front();
        demand(c != '>' && c != '"' && c != '\'');
        if (c != '&') {
            rest_.remove_prefix(1);
            return {c};
        }
        const auto name = until(';');
        if (name == "&amp") return "&";
        if (name == "&lt") return "<";
        if (name == "&gt") return ">";
        if (name == "&quot") return "\"";
        demand(name == "&#39");
        return "'";
    }

    std::string_view rest_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Html page = el("li", el("p", attr("title", text), text), el("a", href(text), text));
    Reader reader(page.str());
    if (reader.text() != text + text) __builtin_trap();
    if (reader.title != text) __builtin_trap();
    if (reader.href != (is_safe_url(text) ? text : "#blocked")) __builtin_trap();
    return 0;
}
