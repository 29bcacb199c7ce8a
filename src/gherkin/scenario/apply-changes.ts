import { parse, stringify } from 'yaml'
import { cacheByText } from '../../memory/cache-by-text.ts'
import { withChanges } from '../../source/edit/change.ts'
import { type OverlayChange, overlayChanges } from '../../source/edit/overlay.ts'
import { problem } from './problem.ts'
import { refuseUnknownRemovals } from './refuse-removals.ts'

// Many scenarios share one base file. Invariant: parsed documents are immutable.
const parsed = cacheByText<unknown>('parsed tenant files', 'text', 16)

const baseOf = (text: string): unknown => parsed(text, () => parse(text))

/** Applies changes to a tenant file: entries of lists are merged by name, new ones added, everything else replaced. */
export function applyChanges(text: string, changes: readonly string[]): unknown {
  return changes.reduce<unknown>(
    (before, change) => withChanges(before, changesFrom(before, parse(change))),
    baseOf(text),
  )
}

function changesFrom(before: unknown, over: unknown): readonly OverlayChange[] {
  refuseUnknownRemovals(before, over)
  return overlayChanges(before, over, refuseAmbiguous)
}

function refuseAmbiguous(name: string, places: readonly number[]): never {
  throw problem(`${places.length} entries are named \`${name}\`, so the change is ambiguous\n  name one by its \`id\``)
}

/** The changed file as a user would read it. */
export function asYaml(changed: unknown): string {
  return stringify(changed, { lineWidth: 0, aliasDuplicateObjects: false })
}
