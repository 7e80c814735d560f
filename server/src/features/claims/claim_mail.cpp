// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_mail.hpp"

#include "features/mail/proof.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::claims {

namespace {

constexpr std::string_view link_purpose = "konbit-claim-link 1";

mail::Mail worded(const App& app, const ClaimRequest& claim, const std::string& key, const Params& params) {
    return {.recipient = claim.email,
            .recipient_name = claim.name,
            .subject = app.texts.text(claim.language, key + ".subject"),
            .body = app.texts.text(claim.language, key + ".text", params),
            .language = claim.language};
}

}  // namespace

std::string token_of(const App& app, const ClaimId& id) {
    return mail::proof_token(app.keys, link_purpose, id.view());
}

std::optional<ClaimId> claim_of(const App& app, std::string_view token) {
    const auto id = mail::proven_id(app.keys, link_purpose, token);
    return id ? ClaimId::parse(*id) : std::nullopt;
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
