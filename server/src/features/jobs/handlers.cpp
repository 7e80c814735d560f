// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/handlers.hpp"

#include <algorithm>
#include <cassert>

namespace konbit::jobs {

namespace {

[[maybe_unused]] bool is_kind(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

std::int64_t Terms::delay_after(int attempt) const {
    std::int64_t delay = first_delay_ms;
    for (int i = 1; i < attempt && delay < longest_delay_ms; ++i) delay *= 2;
    return std::min(delay, longest_delay_ms);
}

void Handlers::add(std::string kind, Handler run, Terms terms) {
    assert(is_kind(kind) && find(kind) == nullptr);
    entries_.emplace(std::move(kind), Entry{std::move(run), terms});
}

const Handlers::Entry* Handlers::find(std::string_view kind) const {
    const auto found = entries_.find(kind);
    return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace konbit::jobs
