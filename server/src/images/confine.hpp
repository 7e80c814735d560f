// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace konbit::images {

/// Takes from this process what reading a picture does not need, for good: memory beyond 768 MB, more than
/// ten seconds of a processor, files, the network and other programs. Afterwards it can compute, read and
/// write what is open already, and end. A forbidden system call ends it at once.
/// @note Under a sanitizer, which needs more, only the processor's time is limited. Where the kernel refuses
///       the filter, the limits of memory and time stay.
void confine();

}  // namespace konbit::images
