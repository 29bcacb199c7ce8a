import type { CoverageEntry } from '../importers/coverage.ts'
import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { isPattern } from '../source/text/glob.ts'
import type { SourceText } from '../source/text/source-text.ts'

/** The texts of exports, what could not be read, and what was not even opened. */
export interface Exports {
  readonly sources: readonly SourceText[]
  readonly unreadable: readonly Diagnostic[]
  readonly leftAlone: readonly CoverageEntry[]
}

/** Files that people keep next to exports, by ending or name: pages, pictures, programs. */
const besideExports =
  /(?:\.(?:md|markdown|rst|adoc|html?|css|js|ts|png|jpe?g|gif|svg|ico|pdf|docx?|pptx?|vsdx|msg|eml|exe|dll)|(?:^|[/\\])(?:licen[cs]e|readme|notice|copying|authors|changelog)(?:\.\w+)?)$/i

/** Whether a file of a folder is no export by its name. */
const isBesideExports = (name: string): boolean => besideExports.test(name) && !/\.json$/i.test(name)

type Found = { readonly loaded: Loaded<SourceText> } | { readonly leftAlone: string }

/** Reads the files that are named, those in folders at any depth, and those that patterns match; each file once. */
export function readExports(paths: readonly string[], reader: SourceReader): Exports {
  const sources = new Map<string, SourceText>()
  const unreadable: Diagnostic[] = []
  const leftAlone = new Set<string>()
  for (const found of paths.flatMap((path) => readPath(path, reader)))
    if ('leftAlone' in found) leftAlone.add(found.leftAlone)
    else if (found.loaded.ok) sources.set(found.loaded.value.name, found.loaded.value)
    else unreadable.push(...found.loaded.diagnostics)
  const note = 'a page, an image or a program, not an export'
  return {
    // One order, regardless of the order in which they are named.
    sources: [...sources.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    unreadable,
    leftAlone: [...leftAlone].map((source) => ({ source, kind: 'file', name: '', status: 'not-imported', note })),
  }
}

const readOne = (path: string, reader: SourceReader): Loaded<SourceText> => (reader.readExport ?? reader.read)(path)

function readPath(path: string, reader: SourceReader): readonly Found[] {
  if (isPattern(path)) {
    const found = reader.glob(path)
    return found.ok ? found.value.map((name) => ({ loaded: readOne(name, reader) })) : [{ loaded: found }]
  }
  const loaded = readOne(path, reader)
  if (loaded.ok || loaded.diagnostics.every(({ code }) => code !== 'SRC-2')) return [{ loaded }]
  return readFolder(path, reader)
}

function readFolder(path: string, reader: SourceReader): readonly Found[] {
  const folder = path.replace(/[/\\]+$/, '')
  const pattern = folder === '.' || folder === '' ? '**/*' : `${folder}/**/*`
  const found = reader.glob(pattern)
  if (!found.ok) return [{ loaded: found }]
  const all = found.value.map(
    (name): Found => (isBesideExports(name) ? { leftAlone: name } : { loaded: readOne(name, reader) }),
  )
  if (all.some((one) => 'loaded' in one)) return all
  const at = { source: { name: path, text: '' }, start: 0, end: 0 }
  return [{ loaded: { ok: false, diagnostics: [{ code: 'SRC-22', args: { pattern: `${folder}/**/*.json` }, at }] } }]
}
