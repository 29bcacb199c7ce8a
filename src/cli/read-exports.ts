import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { isPattern } from '../source/text/glob.ts'
import type { SourceText } from '../source/text/source-text.ts'

/** The texts of exports, and what could not be read. */
export interface Exports {
  readonly sources: readonly SourceText[]
  readonly unreadable: readonly Diagnostic[]
}

/** Endings of the files of a folder that can be an export; what else lies there is left alone. */
const exportEnding = /\.(json|jsonc|ya?ml)$/i

/** Reads the files that are named, those in folders at any depth, and those that patterns match; each file once. */
export function readExports(paths: readonly string[], reader: SourceReader): Exports {
  const sources = new Map<string, SourceText>()
  const unreadable: Diagnostic[] = []
  for (const path of paths)
    for (const loaded of readPath(path, reader))
      if (loaded.ok) sources.set(loaded.value.name, loaded.value)
      else unreadable.push(...loaded.diagnostics)
  return { sources: [...sources.values()], unreadable }
}

function readPath(path: string, reader: SourceReader): readonly Loaded<SourceText>[] {
  if (isPattern(path)) {
    const found = reader.glob(path)
    return found.ok ? found.value.map((name) => reader.read(name)) : [found]
  }
  const loaded = reader.read(path)
  if (loaded.ok || loaded.diagnostics.every(({ code }) => code !== 'SRC-2')) return [loaded]
  return readFolder(path, reader)
}

function readFolder(path: string, reader: SourceReader): readonly Loaded<SourceText>[] {
  const folder = path.replace(/[/\\]+$/, '')
  const pattern = folder === '.' || folder === '' ? '**/*' : `${folder}/**/*`
  const found = reader.glob(pattern)
  if (!found.ok) return [found]
  const names = found.value.filter((name) => exportEnding.test(name))
  if (names.length > 0) return names.map((name) => reader.read(name))
  const at = { source: { name: path, text: '' }, start: 0, end: 0 }
  return [{ ok: false, diagnostics: [{ code: 'SRC-22', args: { pattern: `${folder}/**/*.json` }, at }] }]
}
