// SPDX-License-Identifier: Apache-2.0

/// Moves values apart until neighbors are at least `pitch` away, shifting all of them as little as possible.
///
/// Used for the column of labels beside the Eastern Caribbean: labels keep the order of their islands.
///
/// @param wanted  Wanted positions in any order.
/// @param pitch   Least distance between neighbors, same unit.
/// @return A position for each wanted one, in the order given; in the middle of its group where several collide.
/// @complexity O(n log n).
export function spread(wanted: readonly number[], pitch: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // Groups of labels that touch share one center: the mean of what their members want (pool adjacent violators).
  const groups: { members: number[]; sum: number }[] = [];
  const center = (group: { members: number[]; sum: number }) => group.sum / group.members.length;
  const reach = (group: { members: number[] }) => ((group.members.length - 1) * pitch) / 2;
  for (const index of order) {
    let group = { members: [index], sum: wanted[index] ?? 0 };
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      if (center(group) - reach(group) - (center(last) + reach(last)) >= pitch) break;
      groups.pop();
      group = { members: [...last.members, ...group.members], sum: last.sum + group.sum };
    }
    groups.push(group);
  }
  const placed = wanted.slice();
  for (const group of groups) {
    group.members.forEach((index, place) => {
      placed[index] = center(group) - reach(group) + place * pitch;
    });
  }
  return placed;
}
