// SPDX-License-Identifier: Apache-2.0

/// The place in the survey, kept in the entries of the browser's history: Back leads to the question before, and a
/// reload to the same one. The address stays as it is, and nothing is asked of the server.

export interface Step {
  screen: 'consent' | 'questions' | 'done' | 'declined' | 'network';
  /** The id of the question that is asked; the first one when empty. */
  question?: string;
}

interface Place {
  step: Step;
  /** The member who answers: phones are lent, and another link may have been opened since. */
  member: string;
  /** How many entries of this survey lie before this one. */
  depth: number;
}

const here = (): Place | undefined => (history.state as { survey?: Place } | null)?.survey;

/** The step of the present entry; nothing when the page was just opened, or for another member. */
export function stepHere(member: string): Step | undefined {
  const place = here();
  return place?.member === member ? place.step : undefined;
}

const entry = (step: Step, member: string, depth: number): { survey: Place } => ({
  survey: { step, member, depth },
});

/** Goes on: Back leads to the step that is left. */
export function goTo(step: Step, member: string): void {
  history.pushState(entry(step, member, (here()?.depth ?? 0) + 1), '');
}

/** Stays: the present entry becomes this step. */
export function standAt(step: Step, member: string): void {
  history.replaceState(entry(step, member, here()?.depth ?? 0), '');
}

/** Goes back as the browser's own Back does. @return Whether a step of the survey lies there. */
export function goBack(): boolean {
  if (!here()?.depth) return false;
  history.back();
  return true;
}
