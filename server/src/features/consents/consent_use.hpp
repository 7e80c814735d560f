// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "db/session.hpp"
#include "features/answers/consent_log.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What members were asked to agree to, text by text, and what became of it: in numbers, never by name.
namespace konbit::consents {

/// One use of answers under one text.
struct ConsentUse {
    answers::Purpose purpose = answers::Purpose::figures;
    std::int64_t given = 0;      ///< Who agree to it now, having read this text last.
    std::int64_t withdrawn = 0;  ///< Who agreed once and do not any more.

    static constexpr auto fields() {
        return std::tuple{field("purpose", &ConsentUse::purpose, Access::read_only),
                          field("given", &ConsentUse::given, Access::read_only),
                          field("withdrawn", &ConsentUse::withdrawn, Access::read_only)};
    }
};

/// A text that was shown to somebody before the first answer.
struct ShownText {
    std::string text_sha256;
    std::string consent_version;
    std::string language;
    std::optional<std::string> text;  ///< Empty for lines of before texts were kept.
    std::vector<ConsentUse> uses;     ///< One for each purpose.

    static constexpr auto fields() {
        return std::tuple{
            field("text_sha256", &ShownText::text_sha256, Access::read_only),
            field("consent_version", &ShownText::consent_version, Access::read_only),
            field("language", &ShownText::language, Access::read_only),
            field("text", &ShownText::text, Access::read_only),
            field("uses", &ShownText::uses, Access::read_only),
        };
    }
};

/// The texts of a wave, in the order in which they were shown first.
/// @note Without times: the order in which members came would tell who took back what.
std::vector<ShownText> list_texts(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::consents
