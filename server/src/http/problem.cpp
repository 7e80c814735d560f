// SPDX-License-Identifier: Apache-2.0
#include "http/problem.hpp"

#include "core/escape.hpp"

namespace konbit::http {

namespace {

/// Appends `"key":"text"`, with a comma unless it is the first of its object.
void append_member(std::string& out, std::string_view key, std::string_view text) {
    if (!out.ends_with('{')) out += ',';
    append_json_string(out, key);
    out += ':';
    append_json_string(out, text);
}

void append_params(std::string& out, const Params& params) {
    if (params.empty()) return;
    out += R"(,"params":{)";
    for (const auto& [name, value] : params) append_member(out, name, value);
    out += '}';
}

void append_errors(std::string& out, const std::vector<FieldError>& errors) {
    if (errors.empty()) return;
    out += R"(,"errors":[)";
    for (const auto& [pointer, code, params] : errors) {
        out += out.ends_with('[') ? "{" : ",{";
        append_member(out, "pointer", pointer);
        append_member(out, "code", code);
        append_params(out, params);
        out += '}';
    }
    out += ']';
}

std::string document(int status, std::string_view reason, std::string_view request_id) {
    std::string out = "{";
    append_member(out, "type", "about:blank");
    append_member(out, "title", reason_phrase(status));
    out += R"(,"status":)" + std::to_string(status);
    append_member(out, "reason", reason);
    append_member(out, "request_id", request_id);
    return out;
}

Response as_response(std::string document, int status) {
    return content(std::move(document += '}'), "application/problem+json", status)
        .with("cache-control", "no-store");
}

}  // namespace

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid:
            return 422;
        case ErrorCode::malformed:
            return 400;
        case ErrorCode::unauthenticated:
            return 401;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::stale:
            return 412;
        case ErrorCode::version_required:
            return 428;
        case ErrorCode::too_large:
            return 413;
        case ErrorCode::wrong_media_type:
            return 415;
        case ErrorCode::too_many_requests:
            return 429;
        case ErrorCode::unavailable:
            return 503;
    }
    return 500;
}

Response problem(const Error& error, std::string_view request_id) {
    const int status = status_of(error.code);
    auto out = document(status, error.reason, request_id);
    append_errors(out, error.fields);
    append_params(out, error.params);
    auto response = as_response(std::move(out), status);
    const auto wait = error.params.find("retry_after_s");
    if (wait != error.params.end()) response.headers.add("retry-after", wait->second);
    return response;
}

Response problem(int status, std::string_view reason, std::string_view request_id) {
    return as_response(document(status, reason, request_id), status);
}

}  // namespace konbit::http
