// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/arguments.hpp"

#include <string_view>

namespace konbit::http {

/// A form as a browser without script sends it (application/x-www-form-urlencoded).
using FormBody = Body<32 * 1024>;

Result<void> read_form(std::string_view bytes, const Type& type, void* target);

/// The fields of a form, as Query<T> reads those of an address; a field that T does not have is passed over.
/// @return ErrorCode::invalid with "required" and what from_text() says; ErrorCode::malformed for a body that
/// is no form.
template <HasFields T>
Result<T> read_form(const FormBody& body) {
    T form{};
    KONBIT_CHECK(read_form(body.bytes, type_of<T>(), &form));
    return form;
}

}  // namespace konbit::http
