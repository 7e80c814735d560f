// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace konbit::network {
namespace {

constexpr std::array<std::pair<char, char>, 5> escapes{
    {{'"', '"'}, {'\\', '\\'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}}};

char meant_by(char letter) {
    const auto found = std::ranges::find(escapes, letter, [](const auto& pair) { return pair.first; });
    return found == escapes.end() ? letter : found->second;
}

class WordReader {
  public:
    WordReader(std::string_view line, bool divides_commas) : rest_(line), divides_commas_(divides_commas) {}

    WordLine line(int row) {
        WordLine read{.row = row, .words = {}};
        skip_blanks();
        read.starts_plain = !rest_.starts_with('"');
        for (; !rest_.empty(); skip_blanks())
            read.words.push_back(rest_.front() == '"' ? in_quotes() : bare());
        return read;
    }

  private:
    bool is_blank(char each) const {
        return each == ' ' || each == '\t' || each == '\r' || (divides_commas_ && each == ',');
    }
    void skip_blanks() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
    }
    std::string bare() {
        std::string word;
        for (; !rest_.empty() && !is_blank(rest_.front()); rest_.remove_prefix(1)) word += rest_.front();
        return word;
    }
    std::string in_quotes() {
        std::string word;
        for (rest_.remove_prefix(1); !rest_.empty() && rest_.front() != '"'; rest_.remove_prefix(1)) {
            const bool is_escape = rest_.front() == '\\' && rest_.size() > 1;
            if (is_escape) rest_.remove_prefix(1);
            word += is_escape ? meant_by(rest_.front()) : rest_.front();
        }
        if (!rest_.empty()) rest_.remove_prefix(1);
        return word;
    }

    std::string_view rest_;
    bool divides_commas_;
};

}  // namespace

std::vector<WordLine> word_lines(std::string_view text, bool divides_commas) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<WordLine> lines;
    for (int row = 1; !text.empty(); ++row) {
        const auto end = text.find('\n');
        WordLine line = WordReader(text.substr(0, end), divides_commas).line(row);
        if (!line.words.empty()) lines.push_back(std::move(line));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string quoted(std::string_view text) {
    std::string safe = "\"";
    for (const char each : text) {
        const auto found = std::ranges::find(escapes, each, [](const auto& pair) { return pair.second; });
        if (found != escapes.end())
            safe += {'\\', found->first};
        else
            safe += each;
    }
    return safe + '"';
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& each : lower)
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    return lower;
}

}  // namespace konbit::network
