import type { CoverageEntry } from '../importers/coverage.ts'
import type { ExportInPieces } from '../importers/export-in-pieces.ts'
import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { isPattern } from '../source/text/glob.ts'
import type { SourceText } from '../source/text/source-text.ts'

/** Exports, what could not be read, and what was not even opened. */
export interface Exports {
  /** Files that are read together: Terraform configurations and data of Microsoft365DSC. */
  readonly together: readonly SourceText[]
  /** Each of the other files, which is read when it is its turn and not kept. */
  readonly others: Iterable<SourceText | ExportInPieces>
  /** Grows while the files are read. */
  readonly unreadable: readonly Diagnostic[]
  readonly leftAlone: readonly CoverageEntry[]
}

/** Files that people keep next to exports, by ending or name: pages, pictures, programs. */
const besideExports =
  /(?:\.(?:md|markdown|rst|adoc|html?|css|js|ts|png|jpe?g|gif|svg|ico|pdf|docx?|pptx?|vsdx|msg|eml|exe|dll)|(?:^|[/\\])(?:licen[cs]e|readme|notice|copying|authors|changelog)(?:\.\w+)?)$/i

/** Whether a file of a folder is no export by its name. */
const isBesideExports = (name: string): boolean => besideExports.test(name) && !/\.json$/i.test(name)

type Found =
  | { readonly name: string }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly leftAlone: string }

const isReadTogether = (name: string): boolean => /\.(?:tf|tofu|tfvars|psd1)(?:\.json)?(?:\.gz)?$/i.test(name)

/** Finds the files that are named, those in folders at any depth, and those that patterns match; each file once. */
export function readExports(paths: readonly string[], reader: SourceReader): Exports {
  const [names, leftAlone] = [new Set<string>(), new Set<string>()]
  const unreadable: Diagnostic[] = []
  for (const found of paths.flatMap((path) => findPath(path, reader)))
    if ('leftAlone' in found) leftAlone.add(found.leftAlone)
    else if ('name' in found) names.add(found.name)
    else unreadable.push(...found.diagnostics)
  function* read(some: readonly string[]): Generator<SourceText> {
    for (const name of some) {
      const loaded = readOne(name, reader)
      if (loaded.ok) yield loaded.value
      else unreadable.push(...loaded.diagnostics)
    }
  }
  function* readLater(some: readonly string[]): Generator<SourceText | ExportInPieces> {
    for (const name of some) {
      const pieces = reader.exportPieces?.(name)
      if (pieces === undefined) yield* read([name])
      else yield { ...pieces, whole: () => [...read([name])][0] }
    }
  }
  // One order, regardless of the order in which they are named.
  const sorted = [...names].sort((one, other) => (one < other ? -1 : 1))
  const note = 'a page, an image or a program, not an export'
  return {
    together: [...read(sorted.filter(isReadTogether))],
    others: readLater(sorted.filter((name) => !isReadTogether(name))),
    unreadable,
    leftAlone: [...leftAlone].map((source) => ({ source, kind: 'file', name: '', status: 'not-imported', note })),
  }
}

const readOne = (path: string, reader: SourceReader): Loaded<SourceText> => (reader.readExport ?? reader.read)(path)

function findPath(path: string, reader: SourceReader): readonly Found[] {
  if (isPattern(path)) {
    const found = reader.glob(path)
    return found.ok ? found.value.map((name) => ({ name })) : [found]
  }
  const long = reader.exportPieces?.(path)
  if (long !== undefined) return [{ name: long.name }]
  const loaded = readOne(path, reader)
  if (loaded.ok) return [{ name: loaded.value.name }]
  return loaded.diagnostics.every(({ code }) => code !== 'SRC-2') ? [loaded] : findInFolder(path, reader)
}

function findInFolder(path: string, reader: SourceReader): readonly Found[] {
  const folder = path.replace(/[/\\]+$/, '')
  const pattern = folder === '.' || folder === '' ? '**/*' : `${folder}/**/*`
  const found = reader.glob(pattern)
  if (!found.ok) return [found]
  const all = found.value.map((name): Found => (isBesideExports(name) ? { leftAlone: name } : { name }))
  if (all.some((one) => 'name' in one)) return all
  const at = { source: { name: path, text: '' }, start: 0, end: 0 }
  return [{ diagnostics: [{ code: 'SRC-22', args: { pattern: `${folder}/**/*.json` }, at }] }]
}
