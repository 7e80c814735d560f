// SPDX-License-Identifier: Apache-2.0
// What a browser says of a passkey, from anybody: attestation, client data and a proof end within their
// bytes, and no signature is made up by chance.
#include "features/passkeys/webauthn.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace konbit::webauthn;

const Party party = Party::of("https://konbit.example");

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto made = read_attestation(bytes, party);
    if (made && (made->credential.empty() || made->public_key.size() > size)) __builtin_trap();
    (void)challenge_of(bytes, Ceremony::create, party);
    if (made && verified({bytes, bytes, bytes}, made->public_key, party)) __builtin_trap();
    return 0;
}
