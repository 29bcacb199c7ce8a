import { roles } from '../../catalog/roles.ts'
import type { NameList } from '../../source/diagnostics/similar-names.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { AwaitedKind } from './awaited-name.ts'
import { isDirectoryId } from './documented-words.ts'
import { reportExpected } from './expected-there.ts'
import {
  fieldNameOf,
  type GraphField,
  type GraphReading,
  isWordNotModeled,
  openFor,
  placeBelow,
  wordsOf,
} from './graph-reader.ts'
import type { NameBook } from './name-book.ts'

/** A kind of thing that policies name. */
export interface ReferenceKind {
  readonly word: string
  readonly names: NameBook
  readonly complete: boolean
  /** What the names are those of where more of them may be in a file of people next to the tenant. */
  readonly awaited?: AwaitedKind
}

/** Reports an id that the tenant does not declare: it is someone else's. */
export function undeclaredId(reading: GraphReading, kind: ReferenceKind, word: string, at: GraphField['path']): void {
  const suggestion = suggest(word, kind.names)
  const args = {
    owner: reading.owner,
    kind: kind.word,
    name: word,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
  reading.diagnostics.push({ code: 'POL-5', args, at: reading.document.rangeOf(at) })
}

/** Reports a word that is not an id, no word of Graph's and no declared name; it leaves the policy open. */
export function unknownName(
  reading: GraphReading,
  { word: kind, names }: { readonly word: string; readonly names: NameList },
  word: string,
  at: GraphField['path'],
  also: readonly string[] = [],
): void {
  const suggestion = suggest(word, names, also)
  const args = { owner: reading.owner, kind, name: word, ...(suggestion === undefined ? {} : { suggestion }) }
  openFor(reading, at, `unknown ${kind} ${word}`, { code: 'POL-20', args, at: reading.document.rangeOf(at) })
}

function awaitName(reading: GraphReading, kind: AwaitedKind | undefined, name: string, path: GraphField['path']): void {
  if (kind === undefined) return
  const side = /exclude/i.test(fieldNameOf(path)) ? 'exclude' : 'include'
  const policy = { owner: reading.owner, path: placeBelow(reading, path), side } as const
  reading.awaited?.push({ kind, name, at: reading.document.rangeOf(path), policy })
}

/**
 * The people, groups or roles that a list names, lower-cased. A declared name stands for what it names, an id for whatever
 * has it; any other word is reported and leaves the policy open.
 */
export function namedIn(
  reading: GraphReading,
  field: GraphField | undefined,
  kind: ReferenceKind | undefined,
  words: readonly string[],
): ReadonlySet<string> {
  reportExpected(reading, 'words', field, words)
  const found = new Set<string>()
  for (const { word, path } of wordsOf(reading, field)) {
    const lower = word.toLowerCase()
    const declared = kind?.names.get(lower)
    if (declared !== undefined) found.add(declared)
    else if (words.some((one) => one.toLowerCase() === lower)) found.add(lower)
    else if (isWordNotModeled(reading, word, path)) continue
    else if (kind === undefined || !kind.complete) {
      found.add(lower)
      awaitName(reading, kind?.awaited, word, path)
    } else if (isDirectoryId(lower)) {
      undeclaredId(reading, kind, word, path)
      found.add(lower)
    } else unknownName(reading, kind, word, path, words)
  }
  return found
}

/** Template ids of the built-in roles by id and by name. */
const roleBook: NameBook = new Map(
  roles.flatMap(({ id, name }) => [[id, id] as const, [name.toLowerCase(), id] as const]),
)

/** The kinds that a tenant declares; where a document is read by itself, nothing but the built-in roles is known. */
export function referenceKinds({ known }: GraphReading) {
  if (known === undefined) return { role: { word: 'role', names: roleBook, complete: false } }
  const { users, groups, servicePrincipals, homeTenants, peopleComplete: complete, groupsComplete } = known
  return {
    user: { word: 'user', names: users, complete, awaited: 'user' as const },
    group: { word: 'group', names: groups, complete: groupsComplete, awaited: 'group' as const },
    role: { word: 'role', names: roleBook, complete: true },
    tenant: { word: 'tenant', names: homeTenants, complete },
    servicePrincipal: {
      word: 'service principal',
      names: servicePrincipals,
      complete,
      awaited: 'service principal' as const,
    },
  }
}
