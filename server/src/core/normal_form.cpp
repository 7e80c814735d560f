// SPDX-License-Identifier: Apache-2.0
#include "core/normal_form.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace konbit::text {

std::string to_nfkc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    const auto raw =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const icu::UnicodeString normal = nfkc->normalize(raw, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    std::string utf8;
    return normal.toUTF8String(utf8);
}

}  // namespace konbit::text
