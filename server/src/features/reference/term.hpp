// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// One code of a reference list (glossary: "reference list"), such as division 10 of list "isic".
struct Term {
    std::string list;
    std::string code;                   ///< Unique in its list; never translated.
    std::optional<std::string> parent;  ///< Code of the same list above it: the section of an ISIC division.
    int position = 0;                   ///< Order in which people expect the list, from 1.
    std::optional<std::string> source;
    std::optional<Date> as_of;

    static constexpr auto fields() {
        return std::tuple{
            field("list", &Term::list, Access::read_only),
            field("code", &Term::code, Access::read_only),
            field("parent", &Term::parent, Access::read_only),
            field("position", &Term::position, Access::read_only),
            field("source", &Term::source, Access::read_only),
            field("as_of", &Term::as_of, Access::read_only),
        };
    }
};

/// The name of a code in one language.
struct TermName {
    std::string list;
    std::string code;
    std::string language;  ///< ISO 639.
    std::string name;

    static constexpr auto fields() {
        return std::tuple{
            field("list", &TermName::list, Access::read_only),
            field("code", &TermName::code, Access::read_only),
            field("language", &TermName::language, Access::read_only),
            field("name", &TermName::name, Access::read_only),
        };
    }
};

/// A code as a reader of one language meets it in a list or a form.
struct NamedTerm {
    std::string code;
    std::optional<std::string> parent;
    std::string name;  ///< In the reader's language or the nearest one there is; the code when there is none.

    static constexpr auto fields() {
        return std::tuple{
            field("code", &NamedTerm::code, Access::read_only),
            field("parent", &NamedTerm::parent, Access::read_only),
            field("name", &NamedTerm::name, Access::read_only),
        };
    }
};

/// A whole reference list; short enough never to need pages.
struct TermList {
    std::vector<NamedTerm> items;

    static constexpr auto fields() { return std::tuple{field("items", &TermList::items, Access::read_only)}; }
};

}  // namespace konbit
