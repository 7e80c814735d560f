// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_mail.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::claims {

namespace {

std::string proof(const App& app, const ClaimId& id) {
    return codec::to_base64url(crypto::hmac_sha256(app.keys.derive("konbit-claim-link 1").view(), id.view()));
}

mail::Mail worded(const App& app, const ClaimRequest& claim, const std::string& key, const Params& params) {
    return {.recipient = claim.email,
            .recipient_name = claim.name,
            .subject = app.texts.text(claim.language, key + ".subject"),
            .body = app.texts.text(claim.language, key + ".text", params),
            .language = claim.language};
}

}  // namespace

std::string token_of(const App& app, const ClaimId& id) { return id.str() + "." + proof(app, id); }

std::optional<ClaimId> claim_of(const App& app, std::string_view token) {
    const auto dot = token.find('.');
    if (dot == token.npos) return std::nullopt;
    const auto id = ClaimId::parse(token.substr(0, dot));
    if (!id || !crypto::equal(token.substr(dot + 1), proof(app, *id))) return std::nullopt;
    return id;
}

mail::Mail prove_mail(const App& app, const ClaimRequest& claim, std::string_view record_name) {
    return worded(app, claim, "mail.claim_prove",
                  {{"name", claim.name},
                   {"record", std::string(record_name)},
                   {"url", app.config.base_url + "/claim/prove?token=" + token_of(app, claim.id)}});
}

mail::Mail decision_mail(const App& app, const ClaimRequest& claim, std::string_view record_name,
                         std::string_view url) {
    return worded(app, claim, "mail.claim_" + std::string(name_of(claim.state)),
                  {{"name", claim.name},
                   {"record", std::string(record_name)},
                   {"reason", claim.reason.value_or("")},
                   {"url", std::string(url)}});
}

}  // namespace konbit::claims
