// SPDX-License-Identifier: Apache-2.0
#include "core/cbor.hpp"

#include <algorithm>
#include <limits>

namespace konbit::cbor {

namespace {

constexpr int deepest = 4;
constexpr int most_items = 512;

/// What the first three bits of an item say.
enum Major : unsigned { positive, negative, byte_string, text_string, list, map, tag, simple };

bool is_same_key(const Item& a, const Item& b) {
    return a.kind == b.kind && a.number == b.number && a.string == b.string;
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::size_t used() const { return at_; }

    std::optional<Item> item(int depth) {
        if (depth > deepest || ++items_ > most_items || at_ >= bytes_.size()) return std::nullopt;
        const unsigned head = octet();
        const auto argument = length(head & 0x1FU);
        if (!argument) return std::nullopt;
        switch (head >> 5U) {
            case positive:
            case negative:
                return integer(head >> 5U, *argument);
            case byte_string:
                return string(Kind::bytes, *argument);
            case text_string:
                return string(Kind::text, *argument);
            case list:
                return children(Kind::array, *argument, depth);
            case map:
                return entries(*argument, depth);
            case simple:
                return constant(head & 0x1FU);
            default:
                return std::nullopt;
        }
    }

  private:
    unsigned octet() { return static_cast<unsigned char>(bytes_[at_++]); }

    /// The number in or behind the first byte, if it is written in the shortest way.
    std::optional<std::uint64_t> length(unsigned code) {
        if (code < 24) return code;
        if (code > 27) return std::nullopt;
        const std::size_t width = std::size_t{1} << (code - 24);
        if (bytes_.size() - at_ < width) return std::nullopt;
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < width; ++i) number = number << 8U | octet();
        const std::uint64_t least = code == 24 ? 24 : std::uint64_t{1} << (width * 4);
        return number < least ? std::nullopt : std::optional(number);
    }

    static std::optional<Item> integer(unsigned major, std::uint64_t argument) {
        if (argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        const auto number = static_cast<std::int64_t>(argument);
        return Item{.kind = Kind::integer, .number = major == positive ? number : -1 - number};
    }

    std::optional<Item> string(Kind kind, std::uint64_t size) {
        if (size > bytes_.size() - at_) return std::nullopt;
        Item item{.kind = kind, .string = bytes_.substr(at_, size)};
        at_ += size;
        return item;
    }

    std::optional<Item> children(Kind kind, std::uint64_t count, int depth) {
        if (count > most_items) return std::nullopt;
        Item parent{.kind = kind};
        for (std::uint64_t i = 0; i < count; ++i) {
            auto child = item(depth + 1);
            if (!child) return std::nullopt;
            parent.items.push_back(*std::move(child));
        }
        return parent;
    }

    std::optional<Item> entries(std::uint64_t count, int depth) {
        if (count > most_items) return std::nullopt;
        auto map = children(Kind::map, count * 2, depth);
        if (!map) return std::nullopt;
        for (std::size_t i = 0; i < map->items.size(); i += 2)
            if (!is_key(*map, i)) return std::nullopt;
        return map;
    }

    /// An integer or text that no earlier entry has.
    static bool is_key(const Item& map, std::size_t at) {
        const Item& key = map.items[at];
        if (key.kind != Kind::integer && key.kind != Kind::text) return false;
        for (std::size_t i = 0; i < at; i += 2)
            if (is_same_key(map.items[i], key)) return false;
        return true;
    }

    static std::optional<Item> constant(unsigned code) {
        if (code == 20 || code == 21) return Item{.kind = Kind::boolean, .number = code == 21 ? 1 : 0};
        if (code == 22) return Item{.kind = Kind::null};
        return std::nullopt;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    int items_ = 0;
};

const Item* find_key(const Item& map, const Item& key) {
    if (map.kind != Kind::map) return nullptr;
    for (std::size_t i = 0; i < map.items.size(); i += 2)
        if (is_same_key(map.items[i], key)) return &map.items[i + 1];
    return nullptr;
}

}  // namespace

const Item* Item::find(std::int64_t key) const {
    return find_key(*this, Item{.kind = Kind::integer, .number = key});
}

const Item* Item::find(std::string_view key) const {
    return find_key(*this, Item{.kind = Kind::text, .string = key});
}

std::optional<Read> read(std::string_view bytes) {
    Reader reader(bytes);
    auto item = reader.item(1);
    if (!item) return std::nullopt;
    return Read{*std::move(item), reader.used()};
}

}  // namespace konbit::cbor
