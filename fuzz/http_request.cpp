// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the request parser as a connection does, once whole and once cut in two at a place that the
// first byte chooses. What it says must not depend on how the network cuts the bytes.
#include "http/wire/parser.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace konbit::http;

constexpr std::size_t header_limit = 16 * 1024;
constexpr std::size_t body_limit = 64 * 1024;

/// What became of the bytes: a refusal's status, or 200 and the body of a whole request, or 0 while more is
/// awaited.
struct Verdict {
    int status = 0;
    std::string path;
    std::string body;

    bool operator==(const Verdict&) const = default;
};

Verdict refused(const Refusal& refusal) { return {refusal.status, {}, {}}; }

Verdict verdict(std::string_view first, std::string_view second) {
    std::string input(first);
    bool has_second = false;
    const auto more = [&] {
        if (has_second) return false;
        has_second = true;
        input += second;
        return true;
    };

    std::size_t scanned = 0;
    auto progress = scan_head(input, header_limit, scanned);
    while (progress.size == 0 && !progress.refusal && more())
        progress = scan_head(input, header_limit, scanned);
    if (progress.refusal) return refused(*progress.refusal);
    if (progress.size == 0) return {};

    Parser parser;
    Request request;
    if (const auto bad = parser.read_head(std::string_view(input).substr(0, progress.size), request))
        return refused(*bad);
    input.erase(0, progress.size);
    if (const auto bad = parser.limit_body(body_limit)) return refused(*bad);
    while (!parser.is_complete() && (parser.is_chunked() || parser.content_length().value_or(0) > 0)) {
        if (const auto bad = parser.read_body(input)) return refused(*bad);
        if (!parser.is_complete() && !more()) return {};
    }
    return {200, request.path, parser.take_body()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto cut = data[0] * bytes.size() / 256;
    if (verdict(bytes, "") != verdict(bytes.substr(0, cut), bytes.substr(cut))) std::abort();
    return 0;
}
