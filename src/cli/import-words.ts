import { type ImportProduct, importProducts } from '../importers/fragment.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { shellWord } from '../source/text/shell-word.ts'
import { oneOf, usageProblem } from './usage.ts'

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Other words for the kinds of export. */
const otherWords: ReadonlyMap<string, ImportProduct> = new Map([
  ['skype', 'skype-for-business'],
  ['entra', 'graph'],
  ['microsoft365dsc', 'dsc'],
  ['m365dsc', 'dsc'],
  ['users', 'people'],
])

function kindNamed(word: string): ImportProduct | undefined {
  return importProducts.find((product) => plain(product) === plain(word)) ?? otherWords.get(plain(word))
}

/** The kind of export that a word names, however it is spelled; anything else is a problem of usage. */
export function exportKind(word: string): ImportProduct {
  return kindNamed(word) ?? oneOf('kind of export', word, importProducts)
}

/** What to read: paths, and the kinds to keep to. */
export interface ImportWords {
  readonly paths: readonly string[]
  readonly only?: readonly ImportProduct[]
  /** Why a word was taken for a kind. */
  readonly note?: string
}

/** A first word that names a kind and no file or folder is treated as `--only`, as the command once required it. */
export function importWords(
  words: readonly string[],
  only: readonly string[] | undefined,
  reader: SourceReader,
): ImportWords {
  const kinds = only?.map(exportKind)
  const [first, ...rest] = words
  const kind = first === undefined || kinds !== undefined ? undefined : kindNamed(first)
  if (first !== undefined && kind === undefined && !isThere(first, reader)) refuseMistyped(first)
  if (first === undefined || kind === undefined || isThere(first, reader))
    return { paths: words, ...(kinds === undefined ? {} : { only: kinds }) }
  const instead = ['authplan', 'import', ...rest.map(shellWord), '--only', kind].join(' ')
  return { paths: rest, only: [kind], note: `a kind before the paths is deprecated; write \`${instead}\`` }
}

/** A word that is neither a path nor a kind, and nearly a kind. */
function refuseMistyped(word: string): void {
  const near = /^[\w -]+$/.test(word) ? suggest(word, importProducts) : undefined
  if (near !== undefined)
    throw usageProblem(`no file \`${word}\``, `did you mean \`${near}\`? write \`--only ${near}\``)
}

function isThere(path: string, reader: SourceReader): boolean {
  const loaded = reader.read(path)
  return loaded.ok || loaded.diagnostics.some(({ code }) => code !== 'SRC-1')
}
