// SPDX-License-Identifier: Apache-2.0
// CBOR from anybody: whatever was read lies within what was given, and reading it again says the same.
#include "core/cbor.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using konbit::cbor::Item;

bool lies_within(const Item& item, std::string_view bytes) {
    if (!item.string.empty() && (item.string.data() < bytes.data() ||
                                 item.string.data() + item.string.size() > bytes.data() + bytes.size()))
        return false;
    for (const auto& each : item.items)
        if (!lies_within(each, bytes)) return false;
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = konbit::cbor::read(bytes);
    if (!read) return 0;
    if (read->size > size || !lies_within(read->item, bytes)) __builtin_trap();
    const auto again = konbit::cbor::read(bytes.substr(0, read->size));
    if (!again || again->size != read->size) __builtin_trap();
    return 0;
}
