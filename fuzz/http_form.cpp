// SPDX-License-Identifier: Apache-2.0
// Forms as browsers without script send them: what is read is UTF-8, one value a field, and only what the
// form has.
#include "core/fields.hpp"
#include "core/text.hpp"
#include "http/form.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <tuple>

namespace {

struct Report {
    std::string page;
    std::string text;
    std::optional<std::string> email;
    std::optional<std::int32_t> year;
    bool agrees = false;

    static constexpr auto fields() {
        return std::tuple{konbit::field("page", &Report::page), konbit::field("text", &Report::text),
                          konbit::field("email", &Report::email), konbit::field("year", &Report::year),
                          konbit::field("agrees", &Report::agrees).defaulted()};
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    konbit::http::FormBody body;
    body.bytes = {reinterpret_cast<const char*>(data), size};
    const auto form = konbit::http::read_form<Report>(body);
    if (!form) {
        if (form.error().fields.empty() && form.error().reason.empty()) __builtin_trap();
        return 0;
    }
    for (const auto& text : {form->page, form->text, form->email.value_or("")})
        if (!konbit::text::is_utf8(text)) __builtin_trap();
    return 0;
}
