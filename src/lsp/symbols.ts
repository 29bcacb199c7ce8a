import type { DocumentSymbol, Range } from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import { type YamlWord, yamlWords } from '../editor/yaml-nodes.ts'
import type { FeatureReader } from '../gherkin/run/read-feature.ts'
import { readDocument } from '../source/document/located-document.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { lineAt, placeAt } from './places.ts'
import type { Workspace } from './workspace.ts'

// LSP numbers for symbol kinds.
const [module, object, method, row] = [2, 19, 6, 22] as const

/** The outline of a document. */
export function symbolsOf({ features }: Workspace, name: string, text: string): readonly DocumentSymbol[] {
  const kind = kindOf(name, text)
  if (kind === 'feature') return featureSymbols(features, name, text)
  return kind === 'other' ? [] : yamlSymbols(name, text)
}

const labels = ['name', 'displayName', 'userPrincipalName', 'claim', 'type', 'client', 'change']

const labelOf = (item: unknown, index: number): string => {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  const label = isMapping(item) ? labels.map((key) => item[key]).find((one) => typeof one === 'string') : undefined
  return label === undefined || label === '' ? `item ${index + 1}` : String(label)
}

/** The keys of the file, and for a list its items by name. */
function yamlSymbols(name: string, text: string): readonly DocumentSymbol[] {
  const words = yamlWords(text)
  const value = readDocument({ name, text }).document?.value
  const source = { name, text }
  const spanOf = (start: number, end: number): Range => ({ start: placeAt(source, start), end: placeAt(source, end) })
  const itemsOf = (key: string): DocumentSymbol[] => {
    const list = isMapping(value) ? value[key] : undefined
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown, index): DocumentSymbol[] => {
      const own = words.filter(({ path }) => path[0] === key && path[1] === index)
      const range = rangeOf(own, spanOf)
      return range === undefined ? [] : [{ name: labelOf(item, index), kind: object, range, selectionRange: range }]
    })
  }
  return words
    .filter(({ key, path }) => key && path.length === 1)
    .map(({ text: key, start, end, valueEnd }) => ({
      name: key === '' ? '""' : key,
      kind: module,
      range: spanOf(start, Math.max(end, valueEnd)),
      selectionRange: spanOf(start, end),
      children: itemsOf(key),
    }))
}

function rangeOf(words: readonly YamlWord[], spanOf: (start: number, end: number) => Range): Range | undefined {
  const [first] = words
  if (first === undefined) return undefined
  return spanOf(first.start, Math.max(...words.map(({ end }) => end)))
}

const lineRange = (text: string, line: number, last = line): Range => ({
  start: { line, character: 0 },
  end: { line: last, character: lineAt(text, last).length },
})

/** Scenarios of a feature with the rows of their Examples. */
function featureSymbols(features: FeatureReader | undefined, name: string, text: string): readonly DocumentSymbol[] {
  const scenarios = features?.read(name, text).scenarios ?? []
  const byLine = new Map<number, DocumentSymbol & { readonly children: DocumentSymbol[] }>()
  for (const { name: title, line, row: at, steps } of scenarios) {
    const last = Math.max(line, at ?? line, ...steps.map((step) => step.line).filter((one) => one >= line)) - 1
    const range = lineRange(text, line - 1, last)
    const outline = lineAt(text, line - 1)
      .replace(/^[^:]*: */, '')
      .trim()
    const known = byLine.get(line) ?? {
      name: outline || title || 'scenario',
      kind: method,
      range,
      selectionRange: lineRange(text, line - 1),
      children: [],
    }
    if (at !== undefined) {
      const own = lineRange(text, at - 1)
      known.children.push({ name: title || 'row', kind: row, range: own, selectionRange: own })
    }
    const grown = known.range.end.line < last ? { ...known, range: { ...known.range, end: range.end } } : known
    byLine.set(line, grown)
  }
  return [...byLine.values()]
}
