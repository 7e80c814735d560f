// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/history/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

using LetterId = Id<struct LetterTag>;

enum class LetterChannel {
    mail,    ///< Sent from here.
    letter,  ///< On paper.
    phone,
    visit,
};
constexpr auto names(LetterChannel) {
    return std::to_array<std::string_view>({"mail", "letter", "phone", "visit"});
}

enum class LetterState {
    sent,       ///< Nothing was answered.
    corrected,  ///< They said what is wrong, and do not object.
    objected,   ///< They do not want the page.
};
constexpr auto names(LetterState) {
    return std::to_array<std::string_view>({"sent", "corrected", "objected"});
}

/// How the organization behind a stub was told of its page (glossary: "letter to a stub").
struct Letter {
    LetterId id{};
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    LetterChannel channel = LetterChannel::mail;
    std::optional<std::string> address;  ///< E-mail of the office, never of a person; by mail only.
    std::optional<std::string> note;     ///< Who was reached, and how; needed unless it is a mail.
    std::string language = "en";
    Date written_on{};
    Date due_on{};  ///< From this day on the page may be published.
    std::optional<AccountId> written_by;
    LetterState state = LetterState::sent;
    std::optional<std::string> answer;
    std::optional<Instant> answered_at;
    std::int64_t version = 1;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Letter::id, Access::read_only),
            field("kind", &Letter::kind, Access::read_only),
            field("record_id", &Letter::record_id, Access::read_only),
            field("channel", &Letter::channel),
            field("address", &Letter::address),
            field("note", &Letter::note),
            field("language", &Letter::language, Access::read_only),
            field("written_on", &Letter::written_on).defaulted(),
            field("due_on", &Letter::due_on, Access::read_only),
            field("written_by", &Letter::written_by, Access::never_sent),
            field("state", &Letter::state, Access::read_only),
            field("answer", &Letter::answer, Access::read_only),
            field("answered_at", &Letter::answered_at, Access::read_only),
            field("version", &Letter::version, Access::read_only),
            field("created_at", &Letter::created_at, Access::read_only),
        };
    }
};

/// A stub that is not published, as those see it who keep its country.
struct Stub {
    RecordId id{};
    RecordKind kind = RecordKind::organization;
    std::int64_t version = 1;  ///< Of the record, to publish it with.
    std::string name;
    std::string country_code;
    std::optional<std::string> website;
    std::optional<std::string> source;
    std::optional<std::string> source_url;
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Stub::id, Access::read_only),
            field("kind", &Stub::kind, Access::read_only),
            field("version", &Stub::version, Access::read_only),
            field("name", &Stub::name, Access::read_only),
            field("country_code", &Stub::country_code, Access::read_only),
            field("website", &Stub::website, Access::read_only),
            field("source", &Stub::source, Access::read_only),
            field("source_url", &Stub::source_url, Access::read_only),
            field("sort_key", &Stub::sort_key, Access::never_sent),
        };
    }
};

/// A stub and what was last written to it.
struct ListedStub : Stub {
    std::string language;  ///< In which a mail to it is written: the first of its country that we have.
    std::optional<Letter> letter;

    static constexpr auto fields() {
        return std::tuple_cat(Stub::fields(),
                              std::tuple{field("language", &ListedStub::language, Access::read_only),
                                         field("letter", &ListedStub::letter, Access::read_only)});
    }
};

}  // namespace konbit
