// SPDX-License-Identifier: Apache-2.0
#include "app/complaint.hpp"

#include "app/runtime.hpp"

#include <string_view>
#include <vector>

namespace konbit {

namespace {

std::string worded(const Catalog& texts, const std::string& code, const Params& params) {
    const std::string key = "error." + code;
    return texts.has("en", key) ? texts.text("en", key, params) : code;
}

/// "/country_code" as people write it.
std::string_view name_of(std::string_view pointer) {
    return pointer.starts_with('/') ? pointer.substr(1) : pointer;
}

std::string worded(const Catalog& texts, const FieldError& error) {
    const auto text = worded(texts, error.code, error.params);
    return error.pointer.empty() ? text : std::string(name_of(error.pointer)) + ": " + text;
}

}  // namespace

std::string complaint_of(const Error& error) {
    const Catalog texts = embedded_catalog().value_or(Catalog{});
    if (error.fields.empty())
        return error.reason.empty() ? "the work failed" : worded(texts, error.reason, error.params);
    std::string line;
    for (const auto& field : error.fields) line += (line.empty() ? "" : " ") + worded(texts, field);
    return line;
}

}  // namespace konbit
