// SPDX-License-Identifier: Apache-2.0
// A picture from anybody: reading it must end within its limits, whatever the bytes, and what is made of it
// is small.
#include "images/decode.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const konbit::images::Limits limits{.pixels = 1'000'000, .side = 4'000, .least_side = 1};
    const auto picture = konbit::images::decode(bytes, limits, 100);
    if (!picture) return 0;
    const auto [width, height] = picture->size;
    if (width < 1 || height < 1 || picture->rgba.size() != static_cast<std::size_t>(width) * height * 4)
        __builtin_trap();
    return 0;
}
