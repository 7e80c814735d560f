// SPDX-License-Identifier: Apache-2.0
#include "http/wire/message.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace konbit::http {

namespace {

/// Formatted once a second per thread: it stands on every answer.
std::string_view date() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    const auto now = std::time(nullptr);
    if (now != second) {
        second = now;
        text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
    }
    return text;
}

/// A line break in a value would let whoever chose the value write headers of its own.
void append_line(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    const auto from = out.size();
    out.append(value);
    std::replace_if(
        out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
        [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    out.append("\r\n");
}

}  // namespace

bool is_bodiless(int status) { return status < 200 || status == 204 || status == 304; }

std::string head_of(const Response& response, bool keeps_alive) {
    std::string out;
    out.reserve(1024);
    fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status,
                   reason_phrase(response.status));
    append_line(out, "Date", date());
    for (const auto& [name, value] : response.headers) append_line(out, name, value);
    if (!is_bodiless(response.status))
        append_line(out, "Content-Length", fmt::to_string(view(response.body).size()));
    if (!keeps_alive) append_line(out, "Connection", "close");
    return out.append("\r\n");
}

}  // namespace konbit::http
