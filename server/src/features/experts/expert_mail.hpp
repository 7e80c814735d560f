// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/experts/expert.hpp"
#include "features/mail/mail.hpp"

#include <string>

namespace konbit::experts {

/// Asks an expert to confirm the profile, in the expert's language.
mail::Mail invitation_mail(const App& app, const Expert& expert);

/// What somebody wants to tell an expert.
struct Message {
    std::string sender_name;
    std::string sender_email;
    std::string text;
};

/// Passes a message on. The sender learns nothing of the address; the mail holds the way to withdraw.
mail::Mail relay_mail(const App& app, const Expert& expert, const Message& message);

}  // namespace konbit::experts
