// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

/// Lines on the standard error for whoever runs the server. Never a secret, a token, a body or an answer.
namespace konbit::log {

enum class Level { debug, info, warning, error };
enum class Format {
    plain,  ///< For a terminal: time, level, message, key=value.
    json,   ///< One JSON object per line, for a log collector.
};

/// One named value of a line.
struct Entry {
    std::string_view key;
    std::string value;
    bool is_number = false;

    Entry(std::string_view name, std::string_view text) : key(name), value(text) {}
    Entry(std::string_view name, const char* text) : key(name), value(text) {}
    Entry(std::string_view name, const std::string& text) : key(name), value(text) {}
    Entry(std::string_view name, std::int64_t number)
        : key(name), value(std::to_string(number)), is_number(true) {}
    Entry(std::string_view name, int number) : Entry(name, std::int64_t{number}) {}
    Entry(std::string_view name, std::size_t number) : Entry(name, static_cast<std::int64_t>(number)) {}
};
using Entries = std::initializer_list<Entry>;

/// Sets the format and the least level written; at start, before other threads log.
void configure(Format format, Level least);

void write(Level level, std::string_view message, Entries entries = {});
inline void debug(std::string_view message, Entries entries = {}) { write(Level::debug, message, entries); }
inline void info(std::string_view message, Entries entries = {}) { write(Level::info, message, entries); }
inline void warning(std::string_view message, Entries entries = {}) {
    write(Level::warning, message, entries);
}
inline void error(std::string_view message, Entries entries = {}) { write(Level::error, message, entries); }

/// The line as it is written, without its time; exposed for tests.
std::string line(Format format, Level level, std::string_view message, Entries entries);

}  // namespace konbit::log
