import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import { nameOfEntry } from '../../source/edit/entry-names.ts'

/** A path step into a document; an entry of a list also has its name. */
export type Step = { readonly key: string } | { readonly index: number; readonly name: string | undefined }

/** A part of a document: its path, and whether the key is meant. */
export interface DocumentPart {
  readonly steps: readonly Step[]
  readonly ofKey: boolean
}

/** How far a path exists in a document, and the range at its end. */
export interface Reached {
  readonly depth: number
  readonly steps: readonly Step[]
  readonly start: number
  readonly end: number
}

const rootOf = (text: string): Node | null => parseDocument(text).contents

function covers(node: unknown, offset: number): boolean {
  const range = rangeOf(node)
  return range !== undefined && range.start <= offset && offset < Math.max(range.end, range.start + 1)
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } | undefined {
  if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return undefined
  const [start, end] = node.range ?? []
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** The part of a document at an offset. */
export function partAt(text: string, offset: number): DocumentPart {
  const steps: Step[] = []
  let node: unknown = rootOf(text)
  for (;;) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key, value }) => covers(key, offset) || covers(value, offset))
      if (pair === undefined) return { steps, ofKey: false }
      steps.push({ key: keyOf(pair) })
      if (covers(pair.key, offset)) return { steps, ofKey: true }
      node = pair.value
    } else if (isSeq(node)) {
      const index: number = node.items.findIndex((item) => covers(item, offset))
      if (index < 0) return { steps, ofKey: false }
      const item: unknown = node.items[index]
      steps.push({ index, name: nameOfNode(item) })
      node = item
    } else return { steps, ofKey: false }
  }
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

function nameOfNode(node: unknown): string | undefined {
  return isMap(node) || isScalar(node) ? nameOfEntry(node.toJSON()) : undefined
}

/** Follows a path in another document as far as it exists; matches list entries by name. */
export function reach(text: string, { steps, ofKey }: DocumentPart): Reached {
  const root = rootOf(text)
  let at: { node: unknown; start: number; end: number } = { node: root, ...(rangeOf(root) ?? { start: 0, end: 0 }) }
  const taken: Step[] = []
  for (const [depth, step] of steps.entries()) {
    const next = stepInto(at.node, step)
    if (next === undefined) break
    const meant = ofKey && depth === steps.length - 1 ? next.key : next.value
    const range = rangeOf(meant) ?? rangeOf(next.key) ?? at
    at = { node: next.value, start: range.start, end: range.end }
    taken.push(next.step)
  }
  return { depth: taken.length, steps: taken, start: at.start, end: at.end }
}

function stepInto(
  node: unknown,
  step: Step,
): { readonly key: unknown; readonly value: unknown; readonly step: Step } | undefined {
  if ('key' in step) {
    const pair = isMap(node) ? node.items.find((known) => keyOf(known) === step.key) : undefined
    return pair === undefined ? undefined : { key: pair.key, value: pair.value, step }
  }
  if (!isSeq(node)) return undefined
  const index = step.name === undefined ? step.index : node.items.findIndex((item) => nameOfNode(item) === step.name)
  const item = node.items[index]
  return item === undefined ? undefined : { key: item, value: item, step: { index, name: step.name } }
}
