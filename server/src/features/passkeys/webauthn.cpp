// SPDX-License-Identifier: Apache-2.0
#include "features/passkeys/webauthn.hpp"

#include "core/cbor.hpp"
#include "core/crypto.hpp"
#include "core/signature.hpp"
#include "json/value.hpp"

namespace konbit::webauthn {

namespace {

constexpr std::size_t longest_client_data = 4096;
constexpr std::size_t hash_size = 32;
constexpr std::size_t head_size = hash_size + 1 + 4;  // hash of the party, flags, counter
constexpr std::size_t model_size = 16;
constexpr std::size_t longest_credential = 1023;

/// Bits of the flags (section 6.1).
enum Flag : unsigned { present = 0x01, checked = 0x04, has_credential = 0x40, has_extensions = 0x80 };

/// COSE: labels of a key (RFC 9052, 7.1; RFC 9053, 7) and the kinds that we take.
enum Label : int {
    key_type = 1,
    algorithm = 3,
    curve = -1,
    first = -2,
    second = -3,
    modulus = -1,
    exponent = -2
};
enum KeyType : int { octet_pair = 1, elliptic = 2, rsa = 3 };
enum Algorithm : int { es256 = -7, eddsa = -8, rs256 = -257 };
enum Curve : int { p256 = 1, ed25519 = 6 };

unsigned octet(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool is_number(const cbor::Item& map, std::int64_t label, std::int64_t number) {
    const auto* const item = map.find(label);
    return item != nullptr && item->kind == cbor::Kind::integer && item->number == number;
}

std::string_view bytes_at(const cbor::Item& map, std::int64_t label) {
    const auto* const item = map.find(label);
    return item != nullptr && item->kind == cbor::Kind::bytes ? item->string : std::string_view{};
}

std::optional<crypto::PublicKey> key_of(const cbor::Item& cose) {
    if (is_number(cose, key_type, elliptic) && is_number(cose, algorithm, es256) &&
        is_number(cose, curve, p256))
        return crypto::EcKey{bytes_at(cose, first), bytes_at(cose, second)};
    if (is_number(cose, key_type, octet_pair) && is_number(cose, algorithm, eddsa) &&
        is_number(cose, curve, ed25519))
        return crypto::Ed25519Key{bytes_at(cose, first)};
    if (is_number(cose, key_type, rsa) && is_number(cose, algorithm, rs256))
        return crypto::RsaKey{bytes_at(cose, modulus), bytes_at(cose, exponent)};
    return std::nullopt;
}

/// What every authenticator says first.
struct Head {
    unsigned flags = 0;
    std::uint32_t sign_count = 0;
    std::string_view rest;
};

std::optional<Head> read_head(std::string_view data, const Party& party) {
    if (data.size() < head_size || data.substr(0, hash_size) != crypto::sha256(party.id)) return std::nullopt;
    Head head{octet(data, hash_size), 0, data.substr(head_size)};
    for (std::size_t at = hash_size + 1; at < head_size; ++at)
        head.sign_count = head.sign_count << 8U | octet(data, at);
    const bool is_person_there = (head.flags & present) != 0 && (head.flags & checked) != 0;
    return is_person_there ? std::optional(head) : std::nullopt;
}

/// Whether nothing, or the extensions that the flags announce, stands at the end.
bool ends_well(const Head& head, std::string_view rest) {
    if ((head.flags & has_extensions) == 0) return rest.empty();
    const auto extensions = cbor::read(rest);
    return extensions && extensions->item.kind == cbor::Kind::map && extensions->size == rest.size();
}

std::optional<Made> read_credential(const Head& head) {
    if ((head.flags & has_credential) == 0 || head.rest.size() < model_size + 2) return std::nullopt;
    const std::size_t size = octet(head.rest, model_size) << 8U | octet(head.rest, model_size + 1);
    const auto behind = head.rest.substr(model_size + 2);
    if (size == 0 || size > longest_credential || size > behind.size()) return std::nullopt;
    const auto cose = cbor::read(behind.substr(size));
    const auto key = cose ? key_of(cose->item) : std::nullopt;
    if (!key || !crypto::is_key(*key) || !ends_well(head, behind.substr(size + cose->size)))
        return std::nullopt;
    return Made{std::string(behind.substr(0, size)), std::string(behind.substr(size, cose->size)),
                head.sign_count};
}

}  // namespace

Party Party::of(std::string_view base_url) {
    const auto host = base_url.find("://") + 3;
    const auto origin = base_url.substr(0, base_url.find('/', host));
    const auto name = origin.substr(host);
    return {std::string(origin), std::string(name.substr(0, name.rfind(':')))};
}

std::optional<std::string> challenge_of(std::string_view client_data, Ceremony ceremony, const Party& party) {
    if (client_data.size() > longest_client_data) return std::nullopt;
    const auto said = json::parse(client_data);
    if (!said) return std::nullopt;
    const auto* const crosses = said->find("crossOrigin");
    const bool is_framed = crosses != nullptr && crosses->as<bool>() != nullptr && *crosses->as<bool>();
    const auto wanted = ceremony == Ceremony::create ? "webauthn.create" : "webauthn.get";
    if (said->text("type") != wanted || said->text("origin") != party.origin || is_framed)
        return std::nullopt;
    const auto challenge = said->text("challenge");
    return challenge ? std::optional(std::string(*challenge)) : std::nullopt;
}

std::optional<Made> read_attestation(std::string_view attestation, const Party& party) {
    const auto object = cbor::read(attestation);
    if (!object || object->size != attestation.size()) return std::nullopt;
    const auto* const data = object->item.find("authData");
    if (data == nullptr || data->kind != cbor::Kind::bytes) return std::nullopt;
    const auto head = read_head(data->string, party);
    return head ? read_credential(*head) : std::nullopt;
}

std::optional<std::uint32_t> verified(const Assertion& assertion, std::string_view public_key,
                                      const Party& party) {
    const auto head = read_head(assertion.authenticator_data, party);
    if (!head || (head->flags & has_credential) != 0 || !ends_well(*head, head->rest)) return std::nullopt;
    const auto cose = cbor::read(public_key);
    const auto key = cose ? key_of(cose->item) : std::nullopt;
    const std::string message =
        std::string(assertion.authenticator_data).append(crypto::sha256(assertion.client_data));
    if (!key || !crypto::verifies(*key, message, assertion.signature)) return std::nullopt;
    return head->sign_count;
}

bool is_copied(std::int64_t stored, std::uint32_t now) {
    return (stored != 0 || now != 0) && static_cast<std::int64_t>(now) <= stored;
}

}  // namespace konbit::webauthn
