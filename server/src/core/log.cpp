// SPDX-License-Identifier: Apache-2.0
#include "core/log.hpp"

#include "core/escape.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <atomic>

namespace konbit::log {

namespace {

constexpr std::array<std::string_view, 4> level_names{"debug", "info", "warning", "error"};
constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                            spdlog::level::err};

std::atomic<Format> current_format{Format::plain};

spdlog::logger& logger() {
    static const std::shared_ptr<spdlog::logger> shared = [] {
        auto made =
            std::make_shared<spdlog::logger>("konbit", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc);
        return made;
    }();
    return *shared;
}

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

/// Quoted when it could be mistaken for more than one word, so that no value can forge an entry or a line.
std::string plain_value(const Entry& entry) {
    const bool is_word = entry.value.find_first_not_of(
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                             "-_./:") == std::string::npos;
    return is_word && !entry.value.empty() ? entry.value : quoted(entry.value);
}

std::string plain_line(Level level, std::string_view message, Entries entries) {
    std::string out(level_names[static_cast<std::size_t>(level)]);
    out += ' ';
    const std::string safe = quoted(message);
    out.append(safe, 1, safe.size() - 2);
    for (const Entry& entry : entries) {
        out += ' ';
        out += entry.key;
        out += '=';
        out += plain_value(entry);
    }
    return out;
}

std::string json_line(Level level, std::string_view message, Entries entries) {
    std::string out = R"("level":")";
    out += level_names[static_cast<std::size_t>(level)];
    out += R"(","message":)";
    out += quoted(message);
    for (const Entry& entry : entries) {
        out += ',';
        out += quoted(entry.key);
        out += ':';
        out += entry.is_number ? entry.value : quoted(entry.value);
    }
    return out + "}";
}

}  // namespace

std::string line(Format format, Level level, std::string_view message, Entries entries) {
    return format == Format::json ? json_line(level, message, entries) : plain_line(level, message, entries);
}

void configure(Format format, Level least) {
    current_format = format;
    logger().set_level(levels[static_cast<std::size_t>(least)]);
    const bool is_json = format == Format::json;
    logger().set_pattern(is_json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v)" : "%Y-%m-%dT%H:%M:%S.%eZ %v",
                         spdlog::pattern_time_type::utc);
}

void write(Level level, std::string_view message, Entries entries) {
    const auto spd_level = levels[static_cast<std::size_t>(level)];
    if (!logger().should_log(spd_level)) return;
    const std::string text = line(current_format, level, message, entries);
    logger().log(spd_level, spdlog::string_view_t(text.data(), text.size()));
}

}  // namespace konbit::log
