// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Reads CBOR (RFC 8949) as authenticators write it (CTAP 2.1, section 8): what somebody else wrote on
/// purpose is refused rather than guessed at.
namespace konbit::cbor {

enum class Kind { integer, bytes, text, array, map, boolean, null };

/// One item. Texts and bytes are views of what was read.
struct Item {
    Kind kind = Kind::null;
    std::int64_t number = 0;    ///< Of an integer; of a boolean 0 or 1.
    std::string_view string{};  ///< Of a text or bytes.
    std::vector<Item> items{};  ///< Of an array; of a map its keys and values in turn.

    /// @return The value of a key, or null when there is none or this is no map.
    const Item* find(std::int64_t key) const;
    const Item* find(std::string_view key) const;
};

/// An item, and how many bytes it took.
struct Read {
    Item item;
    std::size_t size = 0;
};

/// Reads the item at the beginning of the bytes.
/// @return Nothing for what is cut off, nested deeper than four, longer than 512 items or not written in the
/// shortest way; for items of indefinite length, tags and floating-point numbers; for a map with a key twice,
/// or with keys that are neither integers nor texts.
std::optional<Read> read(std::string_view bytes);

}  // namespace konbit::cbor
