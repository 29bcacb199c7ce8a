import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { pagesExceeded } from '../checks/constraints/beyond-limits.ts'
import type { AwaitedName } from './awaited-name.ts'
import { entriesOf, valueAt } from './entries.ts'
import type { ExpectedValues } from './expected-there.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  lacksPart,
  oneWordOf,
  textOf,
  unclearIn,
  wrongForm,
} from './graph-reader.ts'
import type { Policy, PolicyConditions, PolicyGrant, PolicyState } from './model.ts'
import type { KnownNames } from './name-book.ts'
import { originOf } from './origin-of.ts'
import { displayNameOf, policyNames } from './policy-names.ts'
import { type PolicyAge, readConditions } from './read-conditions.ts'
import { readGrant } from './read-grant.ts'
import { instantOf } from './read-instant.ts'
import { readSession } from './read-session.ts'

const policyFields = [
  'id',
  'displayName',
  'state',
  'createdDateTime',
  'conditions',
  'grantControls',
  'sessionControls',
] as const

/** Fields about a policy's past, not about what it does. */
const provenance = ['templateid', 'modifieddatetime', 'description', 'policytype', 'createdby', 'modifiedby']

const states: readonly PolicyState[] = ['enabled', 'disabled', 'enabledForReportingButNotEnforced']

/** A state that is unknown is treated as the one that counts, and leaves open whether the policy applies. */
function stateOf(reading: GraphReading, parts: GraphFields<'state'>, path: DocumentPath): PolicyState {
  const { value: word, unclear } = unclearIn(reading, () => oneWordOf(reading, parts.state, states))
  const state = unclear.length > 0 ? undefined : states.find((known) => known === word)
  if (isEmpty(parts.state?.value)) lacksPart(reading, path, 'state', [...path, 'state'])
  return state ?? 'enabled'
}

function ageOf(reading: GraphReading, field: GraphField | undefined): PolicyAge {
  if (field === undefined || isEmpty(field.value)) return undefined
  const instant = instantOf(field)
  if (instant === undefined) {
    // When a policy was made decides nothing but the meaning of one condition, which is then open.
    const diagnostics = { ...reading, notUnderstood: [] }
    wrongForm(diagnostics, field.path, 'a date')
  }
  return instant ?? 'unreadable'
}

const nobody = (side: PolicyConditions['include']): boolean =>
  !side.all && !side.guests && side.users.size + side.groups.size + side.roles.size === 0 && side.external === undefined

function nothing({ resources }: PolicyConditions): boolean {
  const named = resources.include.size + resources.includeSuites.length + resources.userActions.size
  return (
    !resources.all && named + resources.contexts.size + resources.traffic.length === 0 && resources.filter === undefined
  )
}

/** What an enforceable policy has and this one lacks. */
function lackOf(policy: Omit<Policy, 'authored'>): string | undefined {
  if (nobody(policy.conditions.include) && policy.conditions.workloads === undefined) return 'user'
  if (nothing(policy.conditions)) return 'target resource'
  return policy.grant === undefined && Object.keys(policy.session).length === 0 ? 'control' : undefined
}

function isPolicy(entry: GraphField): boolean {
  const keys = isMapping(entry.value) ? Object.keys(entry.value).map((key) => key.toLowerCase()) : []
  return keys.includes('conditions') || (keys.includes('state') && keys.includes('grantcontrols'))
}

function readPolicy(reading: GraphReading, entry: GraphField): Policy {
  const { document, diagnostics, notUnderstood, owner } = reading
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, entry, policyFields, provenance))
  const state = unclearIn(reading, () => stateOf(reading, parts, entry.path))
  const age = ageOf(reading, parts.createdDateTime)
  const id = textOf(parts.id)
  const grant = readGrant(reading, parts.grantControls)
  const session = unclearIn(reading, () => readSession(reading, parts.sessionControls))
  const policy = {
    name: owner,
    displayName: displayNameOf(entry),
    ...(id === undefined ? {} : { id }),
    state: state.value,
    ...(typeof age === 'number' ? { createdAt: age } : {}),
    microsoftManaged: /^microsoft[- ]managed\b/i.test(owner),
    conditions: readConditions(reading, { whole: entry, field: parts.conditions }, age, [...unclear, ...state.unclear]),
    ...(grant === undefined ? {} : { grant: withFields(grant, unclear) }),
    session: session.value,
    // A field beside all others may be a control too.
    sessionUnclear: [...session.unclear, ...(grant === undefined ? unclear : [])],
    notUnderstood,
    origin: originOf(document, entry.path),
  }
  const lacks = notUnderstood.length > 0 ? undefined : lackOf(policy)
  if (lacks !== undefined)
    diagnostics.push({ code: 'POL-10', args: { owner, lacks }, at: document.rangeOf(entry.path) })
  const whole = { ...policy, authored: entry.value }
  const beyond = pagesExceeded(whole)
  return beyond.length > 0 ? { ...whole, beyondLimits: beyond } : whole
}

const withFields = (grant: PolicyGrant, unclear: readonly string[]): PolicyGrant => ({
  ...grant,
  unclear: [...grant.unclear, ...unclear],
})

/** The keys and words that can stand at the places of a policy that is being typed. */
export function expectedInPolicy(document: LocatedDocument, path: DocumentPath): readonly ExpectedValues[] {
  const expected: ExpectedValues[] = []
  const expects = (one: ExpectedValues): void => void expected.push(one)
  const reading = { document, diagnostics: [], notUnderstood: [], owner: '', root: path, expects }
  readPolicy(reading, { value: valueAt(document, path), path })
  return expected
}

/** The policies of documents, or of places in them: each alone, in a list, or in Graph's `value` list. */
export function readPolicies(
  parts: readonly { readonly document: LocatedDocument; readonly path: DocumentPath }[],
  diagnostics: Diagnostic[],
  known?: KnownNames,
  awaited: AwaitedName[] = [],
): readonly Policy[] {
  const found = parts.flatMap(({ document, path }) =>
    entriesOf(document, path, 'Conditional Access policy', diagnostics).flatMap((entry) => {
      if (isPolicy(entry)) return [{ document, entry }]
      const args = { kind: 'Conditional Access policy' }
      diagnostics.push({ code: 'POL-8', args, at: document.rangeOf(entry.path) })
      return []
    }),
  )
  const names = policyNames(found.map(({ entry }) => entry))
  return found.map(({ document, entry }, index) => {
    const reading = { document, diagnostics, notUnderstood: [], owner: names[index] ?? '', root: entry.path, awaited }
    return readPolicy({ ...reading, ...(known && { known }) }, entry)
  })
}
