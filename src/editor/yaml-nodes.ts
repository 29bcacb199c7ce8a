import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { DocumentPath } from '../source/document/located-document.ts'
import { nestingExceededAt } from '../source/document/yaml-depth.ts'

/** A key or a plain value of a document. */
export interface YamlWord {
  readonly path: DocumentPath
  readonly key: boolean
  readonly text: string
  /** Offsets, including quotation marks. */
  readonly start: number
  readonly end: number
  /** The end of the value that belongs to a key. */
  readonly valueEnd: number
}

const mostDepth = 400

function* wordsBelow(node: unknown, path: DocumentPath): Generator<YamlWord> {
  if (isScalar(node)) {
    const [start, end] = node.range ?? [0, 0]
    if (end > start) yield { path, key: false, text: String(node.value), start, end, valueEnd: end }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* wordsBelow(item, [...path, index])
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const text = String(key.value)
      const [start, end] = key.range ?? [0, 0]
      // The parser types values as unknown; in a parsed document they are nodes or null.
      const valueEnd = (value as Node | null)?.range?.[1] ?? end
      yield { path: [...path, text], key: true, text, start, end, valueEnd }
      yield* wordsBelow(value, [...path, text])
    }
  }
}

/** Every key and plain value of a YAML or JSON text, in text order; for incomplete text, those that can be parsed. */
export function yamlWords(text: string): readonly YamlWord[] {
  if (nestingExceededAt(text, mostDepth) !== undefined) return []
  try {
    const { contents } = parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    return [...wordsBelow(contents, [])]
  } catch {
    // A text that crashes the parser has no words.
    return []
  }
}

/** The word at an offset. */
export function yamlWordAt(text: string, offset: number): YamlWord | undefined {
  return yamlWords(text).find(({ start, end }) => start <= offset && offset <= end)
}
