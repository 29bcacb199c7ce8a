const context = 3
/** Maximum number of line pairs to compare. */
const capacity = 4_000_000

interface Line {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** The lines of both texts, in the order of a shortest edit script. */
function script(before: readonly string[], after: readonly string[]): readonly Line[] {
  if (before.length * after.length > capacity)
    return [...before.map((text): Line => ({ sign: '-', text })), ...after.map((text): Line => ({ sign: '+', text }))]
  const width = after.length + 1
  const common = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = before[i] === after[j]
      const down = common[(i + 1) * width + j] ?? 0
      const right = common[i * width + j + 1] ?? 0
      common[i * width + j] = same ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  const lines: Line[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ sign: ' ', text: before[i] ?? '' })
      i += 1
      j += 1
    } else if (i < before.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      lines.push({ sign: '-', text: before[i] ?? '' })
      i += 1
    } else if (j < after.length) {
      lines.push({ sign: '+', text: after[j] ?? '' })
      j += 1
    } else {
      lines.push({ sign: '-', text: before[i] ?? '' })
      i += 1
    }
  }
  return lines
}

function wholeScript(before: readonly string[], after: readonly string[]): readonly Line[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ sign: ' ', text }))
  return [
    ...same(before.slice(0, head)),
    ...script(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ]
}

/** Ranges of lines around changes, as first and last index. */
function stretches(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue
    const from = Math.max(0, index - context)
    const to = Math.min(lines.length - 1, index + context)
    const last = found[found.length - 1]
    if (last !== undefined && from <= last[1] + 1) last[1] = to
    else found.push([from, to])
  }
  return found
}

const linesOf = (text: string): readonly string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')

/** A unified diff of two texts of one file; empty if they are equal. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return ''
  const lines = wholeScript(linesOf(before), linesOf(after))
  const counted = (part: readonly Line[], other: '-' | '+'): number => part.filter(({ sign }) => sign !== other).length
  const hunks = stretches(lines).flatMap(([from, to]) => {
    const part = lines.slice(from, to + 1)
    const earlier = lines.slice(0, from)
    const left = `${counted(earlier, '+') + 1},${counted(part, '+')}`
    const right = `${counted(earlier, '-') + 1},${counted(part, '-')}`
    return [`@@ -${left} +${right} @@`, ...part.map(({ sign, text }) => `${sign}${text}`)]
  })
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks, ''].join('\n')
}
