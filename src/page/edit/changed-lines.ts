/** How far ahead the two texts are searched for a line that they share again. */
const reach = 60

/** The indexes of lines of a text that are not as they were before: changed or new ones. */
export function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const changed = new Set<number>()
  let old = 0
  let now = 0
  while (now < after.length) {
    if (before[old] === after[now]) {
      old += 1
      now += 1
      continue
    }
    const [gone, come] = nextShared(before, after, old, now)
    for (let line = now; line < now + come; line += 1) changed.add(line)
    old += gone
    now += come
  }
  return changed
}

/** How many lines went and came until the texts agree again, the fewest together. */
function nextShared(
  before: readonly string[],
  after: readonly string[],
  old: number,
  now: number,
): readonly [gone: number, come: number] {
  for (let together = 1; together <= reach; together += 1)
    for (let gone = Math.ceil(together / 2), turn = 0; turn <= together; turn += 1) {
      const tried = turn % 2 === 0 ? gone + turn / 2 : gone - (turn + 1) / 2
      if (tried < 0 || tried > together) continue
      const come = together - tried
      const [left, right] = [before[old + tried], after[now + come]]
      if (left !== undefined && left === right) return [tried, come]
    }
  return [before.length - old, after.length - now]
}
