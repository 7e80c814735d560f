// SPDX-License-Identifier: Apache-2.0
// Waves in GEXF with spells, or matrices of RSiena parted by a form feed: reading must end within its limits,
// and what was read must come back from a file of ours as it was. The first byte chooses the format.
#include "engine/network/wave_series.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

namespace {

using namespace konbit;
using network::WaveSeries;

std::vector<std::string> parted(std::string_view bytes) {
    std::vector<std::string> parts;
    for (std::size_t end = bytes.find('\f'); end != bytes.npos; end = bytes.find('\f')) {
        parts.emplace_back(bytes.substr(0, end));
        bytes.remove_prefix(end + 1);
    }
    parts.emplace_back(bytes);
    return parts;
}

Result<WaveSeries> read(bool is_gexf, std::string_view bytes) {
    return is_gexf ? network::read_gexf_waves(bytes) : network::read_siena(parted(bytes), {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto found = read(data[0] % 2 == 0, {reinterpret_cast<const char*>(data) + 1, size - 1});
    if (!found) return found.error().fields.empty() ? (__builtin_trap(), 0) : 0;
    std::ostringstream out;
    write_gexf_waves(*found, out);
    const auto again = network::read_gexf_waves(out.str());
    if (!again || again->ids.size() != found->ids.size()) __builtin_trap();
    return 0;
}
