// SPDX-License-Identifier: Apache-2.0
import type { Result } from '$lib/api/problem';

/// What changes how an account is entered is refused when its owner was last proven more than ten minutes ago. Then
/// the password is asked for in a dialog, and the act is done again.

let isAsked = $state(false);
let answer: (isProven: boolean) => void = () => undefined;

export const proof = {
  get isAsked() {
    return isAsked;
  },
  /** Told by the dialog: proven, or closed without. */
  end(isProven: boolean) {
    isAsked = false;
    answer(isProven);
  },
};

function askForProof(): Promise<boolean> {
  isAsked = true;
  return new Promise((resolve) => (answer = resolve));
}

/** Does it, with a proof of the owner in between when the server wants one. */
export async function proven<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  const result = await act();
  const wantsProof = !result.ok && result.problem.code === 'prove_again';
  return wantsProof && (await askForProof()) ? act() : result;
}
