// SPDX-License-Identifier: Apache-2.0
#include "features/erasures/journal.hpp"

#include "features/files/durable_file.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <ranges>

namespace konbit::erasures {

namespace {

Result<Line> read_line(std::string_view text) {
    auto line = json::read<Line>(text);
    if (!line) return failure(ErrorCode::unavailable, "erasure_journal_broken");
    return *std::move(line);
}

}  // namespace

std::filesystem::path journal_in(const std::filesystem::path& keys_folder) {
    return keys_folder / "erasures.jsonl";
}

std::string write_lines(const std::vector<Line>& lines) {
    std::string text;
    for (const auto& line : lines) text += json::text_of(line) + '\n';
    return text;
}

Result<std::vector<Line>> read_lines(std::string_view text) {
    std::vector<Line> lines;
    for (const auto part : std::views::split(text, '\n')) {
        const std::string_view line(part.begin(), part.end());
        if (line.empty()) continue;
        KONBIT_TRY(Line read, read_line(line));
        lines.push_back(std::move(read));
    }
    return lines;
}

Result<std::vector<Line>> read_journal(const std::filesystem::path& file) {
    const auto text = files::read_file(file);
    return text ? read_lines(*text) : std::vector<Line>{};
}

}  // namespace konbit::erasures
