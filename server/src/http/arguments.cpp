// SPDX-License-Identifier: Apache-2.0
#include "http/arguments.hpp"

#include "core/scalar.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace konbit::http {

namespace {

std::string pointer_to(std::string_view field) { return "/" + std::string(field); }

/// The parts of a list parameter: `kind=firm,bso` and `kind=firm&kind=bso` are the same.
std::vector<std::string_view> list_parts(const Parameters& query, std::string_view name) {
    std::vector<std::string_view> parts;
    for (auto rest : query.all(name)) {
        while (!rest.empty()) {
            const auto part = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            if (!part.empty()) parts.push_back(part);
        }
    }
    return parts;
}

void note(Findings& findings, std::string_view field, std::string_view code) {
    if (!code.empty()) findings.add({pointer_to(field), std::string(code), {}});
}

void read_list(const Parameters& query, const FieldInfo& field, void* target, Findings& findings) {
    const auto& type = field.type();
    for (const auto part : list_parts(query, field.name))
        note(findings, field.name, from_text(type.element(), type.container.append(field.in(target)), part));
}

Result<void> read_single(const Parameters& query, const FieldInfo& field, void* target, Findings& findings) {
    KONBIT_TRY(const auto value, query.single(field.name));
    if (value) {
        note(findings, field.name, from_text(field.type(), field.in(target), *value));
    } else if (field.is_required()) {
        note(findings, field.name, "required");
    }
    return {};
}

/// A misspelt filter that is silently passed over would answer another question than the one asked. Pages
/// take what links append to them.
void note_unknown(const Request& request, const Type& type, Findings& findings) {
    if (!request.path.starts_with("/api/")) return;
    std::set<std::string_view> noted;
    for (const auto& [name, value] : request.query)
        if (name != "lang" && !type.find(name) && noted.insert(name).second) note(findings, name, "unknown");
}

}  // namespace

Result<void> IfMatch::check(std::int64_t stored) const {
    if (version == stored) return {};
    return failure(ErrorCode::stale, "version");
}

namespace detail {

bool read_hole(const Type& type, void* target, std::string_view text) {
    return !text.empty() && from_text(type, target, text).empty();
}

Result<void> read_query(const Request& request, const Type& type, void* target) {
    Findings findings;
    for (const auto& field : type.fields) {
        if (field.type().kind == Kind::list) {
            read_list(request.query, field, target, findings);
        } else {
            KONBIT_CHECK(read_single(request.query, field, target, findings));
        }
    }
    note_unknown(request, type, findings);
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

Result<void> demand_json(const Request& request) {
    const auto header = request.headers.get("content-type");
    auto type = header.substr(0, header.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    if (same_ignoring_case(type, "application/json")) return {};
    return failure(ErrorCode::wrong_media_type, "json_required");
}

Result<IfMatch> read_if_match(const Request& request) {
    auto tag = request.headers.get("if-match");
    if (tag.empty()) return failure(ErrorCode::version_required, "if_match_required");
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    IfMatch seen;
    // "7" or the whole entity tag of a record, "7-1f00c2…"
    const auto* end = tag.data() + tag.size();
    if (!tag.starts_with('"') || std::from_chars(tag.data() + 1, end, seen.version).ec != std::errc())
        return failure(ErrorCode::malformed, "bad_if_match");
    return seen;
}

}  // namespace detail
}  // namespace konbit::http
