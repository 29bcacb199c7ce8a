import type { DocumentPath, Place } from './document-tree.ts'

/** Tape indexes of the children: values of a list, keys of a mapping. */
function partsOf(tape: readonly number[], slot: number): readonly number[] {
  const parts: number[] = []
  const end = tape[slot + 2] ?? 0
  for (let at = slot + 3; at < end; at = tape[at + 2] ?? end) parts.push(at)
  return parts
}

function keyAt(text: string, tape: readonly number[], slot: number): string {
  const written = text.slice(tape[slot], tape[slot + 1])
  if (!written.includes('\\')) return written.slice(1, -1)
  // The text was already parsed once.
  const key: unknown = JSON.parse(written)
  return String(key)
}

/** A lookup over the tape of a JSON text; caches the children of every list and mapping that it visits. */
export function findInTape(text: string, tape: readonly number[], known: Map<number, readonly number[]>) {
  function parts(slot: number): readonly number[] {
    const found = known.get(slot) ?? partsOf(tape, slot)
    known.set(slot, found)
    return found
  }
  function step(slot: number, wanted: string | number): { value: number; key?: number } | undefined {
    const opening = text.charAt(tape[slot] ?? 0)
    if (opening === '[') {
      const value = /^\d+$/.test(String(wanted)) ? parts(slot)[Number(wanted)] : undefined
      return value === undefined ? undefined : { value }
    }
    const key = opening === '{' ? parts(slot).findLast((at) => keyAt(text, tape, at) === String(wanted)) : undefined
    return key === undefined ? undefined : { key, value: key + 3 }
  }
  const range = (slot: number) => ({ start: tape[slot] ?? 0, end: tape[slot + 1] ?? 0 })
  return (path: DocumentPath): Place | undefined => {
    let found: { value: number; key?: number } = { value: 0 }
    for (const wanted of path) {
      const next = step(found.value, wanted)
      if (next === undefined) return undefined
      found = next
    }
    return { ...range(found.value), ...(found.key === undefined ? {} : { key: range(found.key) }) }
  }
}
