// SPDX-License-Identifier: Apache-2.0
#include "http/wire/parser.hpp"

#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace konbit::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

using Error = boost::system::error_code;

/// A chunk's size line and extensions must fit in this many bytes.
constexpr std::size_t longest_chunk_header = 16 * 1024;
constexpr std::uint64_t largest_body = std::uint64_t{1} << 50;

Refusal refusal(const Error& error) {
    using enum beast::http::error;
    if (error == make_error_code(body_limit)) return {413, "body_too_large"};
    if (error == make_error_code(header_limit)) return {431, "header_too_large"};
    if (error == make_error_code(bad_version)) return {400, "bad_version"};
    return {400, "bad_request"};
}

std::string_view text(beast::string_view view) { return {view.data(), view.size()}; }

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == ':' || c == '[' || c == ']';
}

std::optional<Refusal> check_host(const Headers& headers) {
    if (headers.count("host") != 1) return Refusal{400, "one_host_required"};
    const auto host = headers.get("host");
    if (host.empty() || !std::ranges::all_of(host, is_host_character)) return Refusal{400, "bad_host"};
    return std::nullopt;
}

/// One number in digits. The library also takes "3, 3" and the same length twice, which a proxy in front may
/// read otherwise.
bool is_one_length(const Headers& headers) {
    return headers.count("content-length") == 1 &&
           std::ranges::all_of(headers.get("content-length"), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Refusal> check_framing(const Headers& headers) {
    if (headers.has("content-length") && !is_one_length(headers)) return Refusal{400, "bad_framing"};
    const auto codings = headers.count("transfer-encoding");
    if (codings == 0) return std::nullopt;
    const bool is_chunked = codings == 1 && same_ignoring_case(headers.get("transfer-encoding"), "chunked");
    if (!is_chunked || headers.has("content-length")) return Refusal{400, "bad_framing"};
    return std::nullopt;
}

/// An encoded slash or backslash would make one path look like another to a proxy in front.
bool hides_separator(std::string_view path) {
    for (auto at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
        const auto escape = path.substr(at, 3);
        if (same_ignoring_case(escape, "%2f") || same_ignoring_case(escape, "%5c")) return true;
    }
    return false;
}

std::optional<Refusal> read_target(std::string_view target, Request& request) {
    const Refusal bad{400, "bad_target"};
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos) return bad;
    const auto raw_path = target.substr(0, target.find('?'));
    auto path = percent_decoded(raw_path);
    if (!path || hides_separator(raw_path)) return bad;
    auto query = Parameters::parse(target.substr(std::min(target.size(), raw_path.size() + 1)));
    if (!query) return bad;
    request.target = target;
    request.path = *std::move(path);
    request.query = *std::move(query);
    return std::nullopt;
}

}  // namespace

struct Parser::State {
    beast::http::request_parser<beast::http::string_body> parser;
};

Parser::Parser() : state_(std::make_unique<State>()) {
    auto& parser = state_->parser;
    parser.header_limit(1024 * 1024);  // scan_head has already held the head to the configured limit
    parser.body_limit(largest_body);   // until the route is known; see limit_body
    parser.eager(false);
}

Parser::Parser(Parser&&) noexcept = default;
Parser::~Parser() = default;

std::optional<Refusal> Parser::read_head(std::string_view head, Request& request) {
    auto& parser = state_->parser;
    Error error;
    parser.put(asio::const_buffer(head.data(), head.size()), error);
    if (error || !parser.is_header_done()) return refusal(error);
    const auto& message = parser.get();
    const auto method = from_name<Method>(text(message.method_string()));
    if (!method) return Refusal{501, "unknown_method"};
    request.method = *method;
    for (const auto& each : message) request.headers.add(text(each.name_string()), text(each.value()));
    if (auto bad = check_host(request.headers)) return bad;
    if (auto bad = check_framing(request.headers)) return bad;
    return read_target(text(message.target()), request);
}

// HTTP/1.0 clients that want the connection kept would need to be told so; they may open another.
bool Parser::keeps_alive() const {
    return state_->parser.get().version() >= 11 && state_->parser.get().keep_alive();
}

bool Parser::expects_continue() const {
    return same_ignoring_case(text(state_->parser.get()[beast::http::field::expect]), "100-continue");
}

bool Parser::is_chunked() const { return state_->parser.chunked(); }

std::optional<std::uint64_t> Parser::content_length() const {
    const auto length = state_->parser.content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

std::optional<Refusal> Parser::limit_body(std::size_t bytes) {
    if (content_length().value_or(0) > bytes) return Refusal{413, "body_too_large"};
    state_->parser.body_limit(bytes);
    state_->parser.eager(true);
    return std::nullopt;
}

bool Parser::is_complete() const { return state_->parser.is_done(); }

std::optional<Refusal> Parser::read_body(std::string& input) {
    auto& parser = state_->parser;
    std::size_t taken = 0;
    while (taken < input.size() && !parser.is_done()) {
        Error error;
        const auto used = parser.put(asio::const_buffer(input.data() + taken, input.size() - taken), error);
        taken += used;
        if (error == make_error_code(beast::http::error::need_more)) break;
        if (error) return refusal(error);
    }
    input.erase(0, taken);
    if (!parser.is_done() && input.size() > longest_chunk_header) return Refusal{400, "bad_chunk"};
    return std::nullopt;
}

std::string Parser::take_body() { return std::move(state_->parser.get().body()); }

}  // namespace konbit::http
