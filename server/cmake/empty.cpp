// SPDX-License-Identifier: Apache-2.0
// Lets a layer that still has only headers be a library.
namespace konbit {}
