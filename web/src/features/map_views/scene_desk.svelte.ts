// SPDX-License-Identifier: Apache-2.0
import type { MapScene } from '$lib/api/schema';
import type { View } from '$lib/graph/geometry';

const mostSteps = 100;

/// The scene of a map with the way back: each change can be undone, and done again until something else is changed.
export class SceneDesk {
  private past = $state.raw<MapScene[]>([]);
  private future = $state.raw<MapScene[]>([]);
  private current = $state.raw() as MapScene;
  private isLooking = false;

  constructor(opening: MapScene) {
    this.current = opening;
  }

  get scene(): MapScene {
    return this.current;
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  change(part: Partial<MapScene>): void {
    this.put(part);
    this.isLooking = false;
  }

  /** Moves and zooms. One drag after another is one change: nobody wants to undo single pixels. */
  look(view: View): void {
    if (this.isLooking) this.current = { ...this.current, ...view };
    else this.put(view);
    this.isLooking = true;
  }

  private put(part: Partial<MapScene>): void {
    this.past = [...this.past, this.current].slice(-mostSteps);
    this.future = [];
    this.current = { ...this.current, ...part };
  }

  undo(): void {
    const before = this.past.at(-1);
    if (!before) return;
    this.past = this.past.slice(0, -1);
    this.future = [this.current, ...this.future];
    this.step(before);
  }

  redo(): void {
    const [next, ...later] = this.future;
    if (!next) return;
    this.past = [...this.past, this.current];
    this.future = later;
    this.step(next);
  }

  private step(scene: MapScene): void {
    this.current = scene;
    this.isLooking = false;
  }
}
