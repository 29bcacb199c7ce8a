import type { Diagnostic } from '../../source/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/located-document.ts'
import { entriesOf } from './entries.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  instantOf,
  isEmpty,
  isMapping,
  knownWordsOf,
  leaveOpen,
  textOf,
} from './graph-reader.ts'
import type { NotUnderstood, Policy, PolicyConditions, PolicyState } from './model.ts'
import { originOf } from './origin-of.ts'
import { readConditions } from './read-conditions.ts'
import { readGrant } from './read-grant.ts'
import { readSession } from './read-session.ts'
import { nameOfEntry } from './read-strengths.ts'

const policyFields = [
  'id',
  'displayName',
  'state',
  'createdDateTime',
  'conditions',
  'grantControls',
  'sessionControls',
] as const

/** Fields that tell of a policy's past and not of what it does. */
const provenance = [
  'templateid',
  'modifieddatetime',
  'deleteddatetime',
  'description',
  'partialenablementstrategy',
  'policytype',
  'createdby',
  'modifiedby',
]

const states: readonly PolicyState[] = ['enabled', 'disabled', 'enabledForReportingButNotEnforced']

function stateOf(reading: GraphReading, parts: GraphFields<'state'>, path: DocumentPath): PolicyState {
  const word = knownWordsOf(reading, parts.state, states)[0]
  const state = states.find((known) => known === word)
  if (state === undefined && parts.state === undefined) leaveOpen(reading, [...path, 'state'], 'no state')
  return state ?? 'enabled'
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

function readPolicy(document: LocatedDocument, diagnostics: Diagnostic[], entry: GraphField): Policy {
  const notUnderstood: NotUnderstood[] = []
  const reading: GraphReading = { document, diagnostics, notUnderstood, owner: nameOfEntry(entry), root: entry.path }
  const parts = fieldsOf(reading, entry, policyFields, provenance)
  if (isEmpty(parts.conditions?.value)) leaveOpen(reading, [...entry.path, 'conditions'], 'no conditions')
  const id = textOf(parts.id)
  const name = textOf(parts.displayName) ?? id ?? `policy ${reading.owner}`
  const createdAt = instantOf(parts.createdDateTime)
  const grant = readGrant(reading, parts.grantControls)
  const policy = {
    name,
    ...(id === undefined ? {} : { id }),
    state: stateOf(reading, parts, entry.path),
    ...(createdAt === undefined ? {} : { createdAt }),
    microsoftManaged: /^microsoft[- ]managed\b/i.test(name),
    conditions: readConditions(reading, parts.conditions, createdAt),
    ...(grant === undefined ? {} : { grant }),
    session: readSession(reading, parts.sessionControls),
    notUnderstood,
    origin: originOf(document, entry.path),
  }
  const lacks = notUnderstood.length > 0 ? undefined : lackOf(policy)
  if (lacks !== undefined)
    diagnostics.push({ code: 'POL-10', args: { owner: name, lacks }, at: document.rangeOf(entry.path) })
  return { ...policy, authored: entry.value }
}

/** The policies at a place of a document: one, a list, or Graph's `value` list. */
export function readPolicies(
  document: LocatedDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): readonly Policy[] {
  return entriesOf(document, path, 'Conditional Access policy', diagnostics).flatMap((entry) => {
    if (isPolicy(entry)) return [readPolicy(document, diagnostics, entry)]
    diagnostics.push({ code: 'POL-8', args: { kind: 'Conditional Access policy' }, at: document.rangeOf(entry.path) })
    return []
  })
}
