// SPDX-License-Identifier: Apache-2.0

interface Handlers {
  move: (dx: number, dy: number) => void;
  zoom: (factor: number, at: { x: number; y: number }) => void;
  /** Whether one finger moves up and down too; else it scrolls the page. */
  movesFreely: () => boolean;
}

/// Dragging the background moves, two fingers or Ctrl and the wheel zoom. A plain wheel keeps scrolling the page.
export function pannable({ move, zoom, movesFreely }: Handlers) {
  return (element: Element) => {
    const pointers = new Map<number, { x: number; y: number }>();
    const place = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return a && b
        ? { distance: Math.hypot(a.x - b.x, a.y - b.y), at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }
        : undefined;
    };

    const down = (event: PointerEvent) => {
      pointers.set(event.pointerId, place(event));
    };
    const drag = (event: PointerEvent) => {
      const last = pointers.get(event.pointerId);
      if (!last) return;
      const before = spread();
      const now = place(event);
      pointers.set(event.pointerId, now);
      const after = spread();
      if (before && after) zoom(after.distance / Math.max(1, before.distance), after.at);
      else if (event.pointerType !== 'touch' || movesFreely()) move(now.x - last.x, now.y - last.y);
      else move(now.x - last.x, 0);
    };
    const up = (event: PointerEvent) => pointers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 200), place(event));
    };

    const listening = new AbortController();
    const { signal } = listening;
    const target = element as HTMLElement;
    target.addEventListener('pointerdown', down, { signal });
    target.addEventListener('wheel', wheel, { signal, passive: false });
    addEventListener('pointermove', drag, { signal });
    addEventListener('pointerup', up, { signal });
    addEventListener('pointercancel', up, { signal });
    return () => listening.abort();
  };
}
