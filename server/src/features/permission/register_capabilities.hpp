// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/viewer.hpp"

#include <utility>

/// As capabilities.hpp, for the registers beside the directory.
namespace konbit {

using ProjectId = Id<struct ProjectTag>;
using FactId = Id<struct FactTag>;
using ExpertId = Id<struct ExpertTag>;
using AgreementId = Id<struct AgreementTag>;

/// May keep records of the registers beside the directory: projects, experts, agreements. How far that
/// reaches is a condition of each register, asked of the record itself.
class RegisterEditor {
  public:
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct RegisterPolicies;
    friend class RegisterSystem;
    explicit RegisterEditor(Viewer viewer) : viewer_(std::move(viewer)) {}
    Viewer viewer_;
};

/// Speaks for the country of one fact of its factsheet.
class FactConfirmer {
  public:
    const FactId& fact() const { return fact_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct RegisterPolicies;
    FactConfirmer(FactId fact, Viewer viewer) : fact_(fact), viewer_(std::move(viewer)) {}
    FactId fact_;
    Viewer viewer_;
};

/// Holds the personal link of one expert: may confirm the own profile, and withdraw it.
class ConsentingExpert {
  public:
    const ExpertId& expert() const { return expert_; }

  private:
    friend struct RegisterPolicies;
    friend class RegisterSystem;
    explicit ConsentingExpert(ExpertId expert) : expert_(expert) {}
    ExpertId expert_;
};

/// As System in viewer.hpp: never made from a request.
class RegisterSystem {
  public:
    static RegisterEditor editor() { return RegisterEditor(System::viewer()); }
    /// For invented experts, who cannot confirm.
    static ConsentingExpert consenting_expert(const ExpertId& expert) { return ConsentingExpert(expert); }
};

}  // namespace konbit
