import { type DocumentPath, readDocument } from '../source/document/located-document.ts'
import { expectedInPolicy } from '../tenant/conditional-access/read-policies.ts'
import type { Kind } from './kinds.ts'
import { type TypingPosition, typedMark } from './yaml-here.ts'

const isIndex = (step: string | number | undefined): boolean => /^\d+$/.test(String(step))

/** Where the policy begins that a place belongs to, in a tenant file, or in a file of policies as Graph returns them. */
function policyAt(kind: Kind, path: DocumentPath): DocumentPath | undefined {
  if (kind === 'policy') {
    const inList = path[0] === 'value' && isIndex(path[1]) ? 2 : isIndex(path[0]) ? 1 : 0
    return path.slice(0, inList)
  }
  const [section, list, index] = path
  return section === 'conditionalAccess' && list === 'policies' && isIndex(index) ? path.slice(0, 3) : undefined
}

const samePath = (one: DocumentPath, other: DocumentPath): boolean =>
  one.length === other.length && one.every((step, at) => String(step) === String(other[at]))

/** The keys and words of Graph's that can stand where something is typed within a policy, as the reader looks for them. */
export function graphChoices(
  kind: Kind,
  text: string,
  { path, word, key, present }: TypingPosition,
): { readonly keys: readonly string[]; readonly words: readonly string[] } {
  const policy = policyAt(kind, path)
  if (policy === undefined) return { keys: [], words: [] }
  // The reader passes over what says nothing, so that the key has to say something.
  const after = text.slice(word.end).replace(/^ *: *(?:\{ *\}|\[ *\]|""|null)/, ': x')
  const typed = key && !/^ *:/.test(after) ? `${typedMark}: x` : typedMark
  const whole = text.slice(0, word.start) + typed + after
  // What is typed may have no quotation marks yet, which YAML does not need.
  const { document } = readDocument({ name: 'typed.yaml', text: whole })
  if (document === undefined) return { keys: [], words: [] }
  const field = isIndex(path.at(-1)) && path.length > policy.length ? path.slice(0, -1) : path
  const here = expectedInPolicy(document, policy).filter((one) => samePath(one.path, field))
  const of = (wanted: 'keys' | 'words'): readonly string[] =>
    here.flatMap(({ kind: found, known }) => (found === wanted ? known : []))
  return { keys: of('keys').filter((one) => !present.includes(one)), words: key ? [] : of('words') }
}
