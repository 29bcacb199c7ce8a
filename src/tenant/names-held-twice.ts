import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceRange } from '../source/text/source-text.ts'

const nameKeys = ['userPrincipalName', 'displayName', 'id'] as const
type NameKey = (typeof nameKeys)[number]

/** Who has a name, and as what. */
interface Holder {
  readonly user: string
  readonly key: NameKey
  readonly at: () => SourceRange
}

/** The first holder of each name, lower-cased. */
export type NameHolders = Map<string, Holder>

/** What a user is called. */
type Named = { readonly [Key in NameKey]?: string | undefined } & { readonly userPrincipalName: string }

/** User principal names and ids that are given twice are their own errors. */
const reportedApart = (one: NameKey, other: NameKey): boolean => one === other && one !== 'displayName'

/**
 * Takes down the names of one more person; a name that someone before has too, as whatever, is reported. Names that do
 * not count are passed over.
 */
export function registerNames(
  holders: NameHolders,
  person: Named,
  rangeOf: (key: NameKey) => SourceRange,
  counts: (name: string) => boolean = () => true,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const key of nameKeys) {
    const name = person[key]
    const lower = name?.toLowerCase()
    if (name === undefined || lower === undefined || !counts(lower)) continue
    const first = holders.get(lower)
    if (first === undefined) holders.set(lower, { user: person.userPrincipalName, key, at: () => rangeOf(key) })
    else if (first.user !== person.userPrincipalName && !reportedApart(first.key, key)) {
      const args = { first: first.user, second: person.userPrincipalName, name }
      found.push({ code: 'TEN-11', args, at: rangeOf(key), related: [{ at: first.at(), note: 'first-given' }] })
    }
  }
  return found
}
