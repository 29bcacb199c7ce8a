import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import type { SourceRange } from '../source/text/source-text.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { Origins } from './fragment.ts'
import { nameOfListItem } from './list-items.ts'
import { originIndex } from './merge-fragments.ts'

/** A part of a rejected file: its location there, and its path with list items by name. */
interface Part {
  readonly path: DocumentPath
  readonly place: readonly string[]
}

function partsOf(value: unknown, part: Part): readonly Part[] {
  const below = (step: string | number, name: string, child: unknown): readonly Part[] =>
    partsOf(child, { path: [...part.path, step], place: [...part.place, name] })
  const parts = Array.isArray(value)
    ? value.flatMap((item: unknown, index) => below(index, nameOfListItem(item) ?? `${index}`, item))
    : isMapping(value)
      ? Object.entries(value).flatMap(([key, child]) => below(key, key, child))
      : []
  return [part, ...parts]
}

/**
 * Why no valid file can be made, at the locations of the responsible exports: the user never sees the rejected file.
 */
export function refusals(
  diagnostics: readonly Diagnostic[],
  refused: LocatedDocument | undefined,
  origins: Origins,
  otherwise: SourceRange,
): readonly Diagnostic[] {
  const originOf = originIndex(origins)
  const parts = refused === undefined ? [] : partsOf(refused.value, { path: [], place: [] })
  const placeOf = ({ start, end }: SourceRange): readonly string[] =>
    parts.findLast(({ path }) => {
      const range = refused?.rangeOf(path)
      return range !== undefined && range.start <= start && end <= range.end
    })?.place ?? []
  // Code and arguments of one diagnostic still belong together.
  return diagnostics.map(({ code, args, at }) => ({ code, args, at: originOf(placeOf(at)) ?? otherwise }) as Diagnostic)
}
