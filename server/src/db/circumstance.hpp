// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace konbit::db {

/// What a thread knows of why it writes. Closures see the one of the thread that asked for them, whichever
/// thread runs them.
///
/// It is the present one of its thread while it lives; the one before comes back after it.
class Circumstance {
  public:
    Circumstance();
    Circumstance(const Circumstance&) = delete;
    Circumstance& operator=(const Circumstance&) = delete;
    virtual ~Circumstance();

    /// @return Null where nobody said why.
    static Circumstance* present();

    /// Shows a circumstance to this thread as long as it lives.
    class Shown {
      public:
        explicit Shown(Circumstance* shown);
        Shown(const Shown&) = delete;
        Shown& operator=(const Shown&) = delete;
        ~Shown();

      private:
        Circumstance* before_;
    };

  private:
    Circumstance* before_;
};

}  // namespace konbit::db
