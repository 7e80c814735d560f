// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

using UuidText = std::array<char, 36>;

/// The UUID of nothing yet: all zeros.
inline constexpr UuidText nil_uuid = {'0', '0', '0', '0', '0', '0', '0', '0', '-', '0', '0', '0',
                                      '0', '-', '0', '0', '0', '0', '-', '0', '0', '0', '0', '-',
                                      '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'};

/// @return The lower-case text of a UUID, or nothing when `text` is not one in the 8-4-4-4-12 form.
std::optional<UuidText> parse_uuid(std::string_view text);

/// A new UUIDv7: sorts by creation time. For ordinary records.
UuidText new_uuid_v7();

/// A new UUIDv4 from the system's randomness: tells nothing of when it was made. For ballots, anonymous
/// answers, sealed rows and public tokens.
UuidText new_uuid_v4();

/// A UUID that belongs to one kind of record, so that ids cannot be mixed up: `using ClusterId = Id<struct
/// ClusterTag>;`
template <class Tag>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(const UuidText& text) : text_(text) {}

    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = parse_uuid(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }

    constexpr std::string_view view() const { return {text_.data(), text_.size()}; }
    std::string str() const { return std::string(view()); }
    auto operator<=>(const Id&) const = default;

  private:
    UuidText text_ = nil_uuid;
};

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

/// An id of the kind that the call names: `new_id<OrganizationId>()`.
template <class AnyId>
AnyId new_id() {
    return AnyId(new_uuid_v7());
}

}  // namespace konbit

template <class Tag>
struct std::hash<konbit::Id<Tag>> {
    std::size_t operator()(const konbit::Id<Tag>& id) const noexcept {
        return std::hash<std::string_view>{}(id.view());
    }
};
