// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/experts/expert.hpp"
#include "features/experts/expert_mail.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

/// The parts of pages about experts.
namespace konbit::pages {

html::Html expert_row(const Words& words, const ExpertProfile& expert);
html::Html about_panel(const Words& words, const ExpertProfile& expert);
html::Html engagements_panel(const Words& words, const ExpertProfile& expert);
html::Html expert_facts(const Words& words, const ExpertProfile& expert);

/// The form for a message, with what was typed already and what is wrong with it.
html::Html contact_form(const Words& words, const ExpertProfile& expert, const experts::Message& typed,
                        const std::vector<FieldError>& errors);
html::Html message_sent(const Words& words, const ExpertProfile& expert);

/// The whole page of an expert. @param contact  What stands below the profile.
Content expert_content(const App& app, const Words& words, const ExpertProfile& expert,
                       const html::Html& contact);

}  // namespace konbit::pages
