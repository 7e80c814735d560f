// SPDX-License-Identifier: Apache-2.0
#include "images/wire.hpp"

#include "images/codecs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace konbit::images {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view end_mark = "end\n";
constexpr int largest_side = 4096;
constexpr std::size_t most_renditions = 8;
constexpr auto codes =
    std::to_array<std::string_view>({"picture_type", "picture_too_large", "picture_too_many_pixels",
                                     "picture_too_small", "picture_animated", "picture_broken"});
constexpr auto parameters = std::to_array<std::string_view>({"max", "side", "min"});

/// Reads a message from its beginning to its end.
class Message {
  public:
    explicit Message(std::string_view rest) : rest_(rest) {}

    bool is_at_end() const { return rest_ == end_mark; }
    std::string_view word() {
        const auto end = rest_.find_first_of(" \n");
        const auto word = rest_.substr(0, end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        return word;
    }
    std::size_t number() {
        const auto text = word();
        std::size_t value = 0;
        const bool is_number =
            std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
        return is_number ? value : 0;
    }
    std::optional<std::string_view> bytes(std::size_t length) {
        if (length > rest_.size()) return std::nullopt;
        const auto bytes = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return bytes;
    }

  private:
    std::string_view rest_;
};

bool looks_right(const Rendition& rendition) {
    const auto& [name, size, bytes] = rendition;
    const bool has_size =
        std::min(size.width, size.height) > 0 && std::max(size.width, size.height) <= largest_side;
    const bool is_jpeg = name == share_name && bytes.starts_with("\xff\xd8\xff"sv);
    const bool is_webp = name.ends_with(".webp") && bytes.starts_with("RIFF") &&
                         std::string_view(bytes).substr(8).starts_with("WEBP");
    return has_size && (is_jpeg || is_webp);
}

std::optional<Rendition> read_rendition(Message& message) {
    Rendition rendition;
    rendition.name = message.word();
    rendition.size.width = static_cast<int>(std::min<std::size_t>(message.number(), largest_side + 1));
    rendition.size.height = static_cast<int>(std::min<std::size_t>(message.number(), largest_side + 1));
    const auto bytes = message.bytes(message.number());
    if (!bytes) return std::nullopt;
    rendition.bytes = *bytes;
    if (!looks_right(rendition)) return std::nullopt;
    return rendition;
}

/// Only words that a refusal can have come through.
std::unexpected<Error> read_refusal(Message& message) {
    const auto code = message.word();
    if (std::ranges::find(codes, code) == codes.end()) return refused("picture_broken");
    Params params;
    for (const auto name : parameters)
        if (const auto value = message.number(); value > 0) params.emplace(name, std::to_string(value));
    return refused(code, std::move(params));
}

std::string packed_refusal(const Error& error) {
    const auto& field = error.fields.front();
    std::string text = "refused " + field.code;
    for (const auto name : parameters) {
        const auto found = field.params.find(name);
        text += ' ' + (found == field.params.end() ? "0" : found->second);
    }
    return text + '\n';
}

}  // namespace

std::string packed(const Result<std::vector<Rendition>>& outcome) {
    if (!outcome) return packed_refusal(outcome.error());
    std::string message = "made\n";
    for (const auto& [name, size, bytes] : *outcome) {
        message += fmt::format("{} {} {} {}\n", name, size.width, size.height, bytes.size());
        message += bytes;
    }
    return message.append(end_mark);
}

Result<std::vector<Rendition>> unpacked(std::string_view message) {
    Message rest(message);
    const auto outcome = rest.word();
    if (outcome == "refused") return read_refusal(rest);
    if (outcome != "made") return refused("picture_broken");
    std::vector<Rendition> all;
    while (!rest.is_at_end()) {
        auto next = read_rendition(rest);
        if (!next || all.size() == most_renditions) return refused("picture_broken");
        all.push_back(*std::move(next));
    }
    return all;
}

}  // namespace konbit::images
