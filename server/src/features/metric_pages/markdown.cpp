// SPDX-License-Identifier: Apache-2.0
#include "features/metric_pages/markdown.hpp"

#include <algorithm>
#include <vector>

namespace konbit::metric_pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// One line of text with its marks.
class Inline {
  public:
    Inline(std::string_view text, const LinkTarget& target) : rest_(text), target_(target) {}

    Html html() && {
        while (!rest_.empty())
            if (!(takes_code() || takes_strong() || takes_emphasis() || takes_link() || takes_doi())) take(1);
        flush();
        return std::move(html_);
    }

  private:
    void take(std::size_t length) {
        plain_ += rest_.substr(0, length);
        rest_.remove_prefix(length);
    }

    void flush() {
        html_ += Html(plain_);
        plain_.clear();
    }

    void add(const Html& element, std::size_t length) {
        flush();
        html_ += element;
        rest_.remove_prefix(length);
    }

    Html inner(std::string_view text) const { return Inline(text, target_).html(); }

    /// What stands between a mark and its repetition; empty when it is none.
    std::string_view between(std::string_view mark) const {
        if (!rest_.starts_with(mark)) return {};
        const auto end = rest_.find(mark, mark.size());
        return end == rest_.npos ? std::string_view() : rest_.substr(mark.size(), end - mark.size());
    }

    bool takes_code() {
        const auto code = between("`");
        if (code.empty()) return false;
        add(el("code", code), code.size() + 2);
        return true;
    }

    bool takes_strong() {
        const auto words = between("**");
        if (words.empty()) return false;
        add(el("strong", inner(words)), words.size() + 4);
        return true;
    }

    /// A star between blanks multiplies.
    bool takes_emphasis() {
        const auto words = between("*");
        if (words.empty() || words.starts_with(' ') || words.ends_with(' ')) return false;
        add(el("em", inner(words)), words.size() + 2);
        return true;
    }

    bool takes_link() {
        if (!rest_.starts_with('[')) return false;
        const auto middle = rest_.find("](");
        const auto end = middle == rest_.npos ? middle : rest_.find(')', middle);
        if (end == rest_.npos) return false;
        const auto words = rest_.substr(1, middle - 1);
        const std::string to = target_(rest_.substr(middle + 2, end - middle - 2));
        add(to.empty() ? inner(words) : el("a", href(to), inner(words)), end + 1);
        return true;
    }

    /// Names of publishers hold brackets: a DOI ends at a blank, without the mark that ends its sentence.
    bool takes_doi() {
        if (!rest_.starts_with("doi:10.")) return false;
        auto doi = rest_.substr(0, std::min(rest_.find(' '), rest_.size()));
        while (doi.ends_with('.') || doi.ends_with(',') || doi.ends_with(';')) doi.remove_suffix(1);
        add(el("a", href("https://doi.org/" + std::string(doi.substr(4))), doi), doi.size());
        return true;
    }

    std::string_view rest_;
    const LinkTarget& target_;
    std::string plain_;
    Html html_;
};

/// The cells of a row; a bar inside code ends none.
Lines cells_of(std::string_view row) {
    row = trimmed(row);
    row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    Lines cells;
    bool is_code = false;
    std::size_t start = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '`') is_code = !is_code;
        if (row[i] != '|' || is_code) continue;
        cells.push_back(trimmed(row.substr(start, i - start)));
        start = i + 1;
    }
    cells.push_back(trimmed(row.substr(start)));
    return cells;
}

bool is_rule(std::string_view row) { return row.find_first_not_of("|-: ") == row.npos; }

bool starts_block(std::string_view line) {
    return line.empty() || line.starts_with('#') || line.starts_with('|') || line.starts_with("- ") ||
           line.starts_with("```");
}

/// Goes through the lines, block by block.
class Blocks {
  public:
    Blocks(Lines lines, const LinkTarget& target) : lines_(std::move(lines)), target_(target) {}

    Html html() && {
        Html all;
        while (at_ < lines_.size()) all += block();
        return all;
    }

  private:
    Html block() {
        const std::string_view line = lines_[at_];
        if (line.empty()) return ++at_, Html();
        if (line.starts_with("```")) return code();
        if (line.starts_with("## ")) return ++at_, el("h2", words(line.substr(3)));
        if (line.starts_with("# ")) return ++at_, el("h1", words(line.substr(2)));
        if (line.starts_with('|')) return table();
        if (line.starts_with("- ")) return list();
        return el("p", words(text()));
    }

    Html words(std::string_view text) const { return Inline(text, target_).html(); }

    /// This line and those that go on with it.
    std::string text() {
        std::string all(trimmed(lines_[at_++]));
        while (at_ < lines_.size() && !starts_block(lines_[at_]))
            all += " " + std::string(trimmed(lines_[at_++]));
        return all;
    }

    Html list() {
        Html items;
        while (at_ < lines_.size() && lines_[at_].starts_with("- ")) {
            const std::string item = text();
            items += el("li", words(std::string_view(item).substr(2)));
        }
        return el("ul", items);
    }

    Html code() {
        std::string all;
        for (++at_; at_ < lines_.size() && !lines_[at_].starts_with("```"); ++at_)
            all += std::string(lines_[at_]) + "\n";
        ++at_;
        return el("pre", el("code", all));
    }

    Html table() {
        Html rows;
        const auto row = [&](std::string_view line, auto cell) {
            return el("tr", html::each(cells_of(line), cell));
        };
        const std::string label(cells_of(lines_[at_]).front());
        const Html head = row(lines_[at_++], [&](std::string_view cell) {
            return el("th", attr("scope", "col"), words(cell));
        });
        for (; at_ < lines_.size() && lines_[at_].starts_with('|'); ++at_)
            if (!is_rule(lines_[at_]))
                rows += row(lines_[at_], [&](std::string_view cell) { return el("td", words(cell)); });
        return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "group"),
                  attr("aria-label", label),
                  el("table", cls("k-table"), el("thead", head), el("tbody", rows)));
    }

    Lines lines_;
    const LinkTarget& target_;
    std::size_t at_ = 0;
};

}  // namespace

Html rendered(std::string_view text, const LinkTarget& target) {
    return Blocks(lines_of(text), target).html();
}

std::string title_of(std::string_view text) {
    for (const auto line : lines_of(text)) {
        if (!line.starts_with("# ")) continue;
        std::string title(line.substr(2));
        std::erase(title, '`');
        return title;
    }
    return {};
}

}  // namespace konbit::metric_pages
