import { failed, type Loaded } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { globMatcher } from '../text/glob.ts'
import { folderOf, joinPath, resolveFrom } from '../text/source-path.ts'
import type { SourceRange, SourceText } from '../text/source-text.ts'
import { placeOfFile, type SourceReader } from './source-reader.ts'

/** A reader over files in memory: name → text. */
export function memorySourceReader(files: Readonly<Record<string, string>>): SourceReader {
  const texts = new Map(Object.entries(files).map(([name, text]) => [joinPath('', name), text]))
  const names = [...texts.keys()].sort()

  function read(path: string, from?: SourceRange): Loaded<SourceText> {
    const name = resolveFrom(path, from)
    const text = texts.get(name)
    if (text !== undefined) return { ok: true, value: { name, text: text.replace(/^\ufeff/, '') }, warnings: [] }
    const at = placeOfFile(name, from)
    if (names.some((known) => known.startsWith(`${name}/`))) return failed({ code: 'SRC-2', args: { path: name }, at })
    const suggestion = suggest(name, names)
    return failed({ code: 'SRC-1', args: { path: name, ...(suggestion === undefined ? {} : { suggestion }) }, at })
  }

  return {
    read,
    readPieces: (path, from) => {
      const loaded = read(path, from)
      if (!loaded.ok) return loaded
      return { ok: true, value: { name: loaded.value.name, pieces: [loaded.value.text] }, warnings: [] }
    },
    glob: (pattern, from) => {
      const folder = from === undefined ? '' : folderOf(from.source.name)
      const inside = folder === '' ? '' : `${folder}/`
      const relative = names.filter((name) => name.startsWith(inside)).map((name) => name.slice(inside.length))
      const found = relative.filter(globMatcher(joinPath('', pattern)))
      const at = placeOfFile(pattern, from)
      return found.length > 0
        ? { ok: true, value: found, warnings: [] }
        : failed({ code: 'SRC-22', args: { pattern }, at })
    },
  }
}
