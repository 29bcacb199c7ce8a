import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { asksForPresence } from '../settings/access-rules.ts'
import type { Item, WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

type Part = Readonly<Record<string, unknown>>

/** What one part of a file must not be without, or must not have, because of its other settings. */
interface Companion {
  readonly of: string
  readonly key: string
  /** Where the key has to be there, and is not. */
  readonly missing?: (part: Part) => boolean
  /** Why the key has no effect, where that is so. */
  readonly idle?: (part: Part) => string | undefined
  /** What the key belongs to, where its absence leaves an answer undetermined instead of changing the meaning. */
  readonly beside?: (part: Part) => string | undefined
}

const withGroups = 'block-all-external-except-groups'
const has = (part: Part, key: string): boolean => part[key] !== undefined
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const ofConditions: readonly Companion[] = [
  { of: 'a condition', key: 'value', missing: (part) => !asksForPresence(part) && !has(part, 'value') },
]

const besidePolicy = (part: Part): string | undefined =>
  has(part, 'policy') ? ' that names a published policy' : undefined

const ofRules: readonly Companion[] = [
  { of: 'an access rule', key: 'effect', missing: (part) => !has(part, 'policy') && !has(part, 'effect') },
  { of: 'an access rule', key: 'effect', idle: besidePolicy },
  { of: 'an access rule', key: 'conditions', idle: besidePolicy },
  {
    of: 'an access rule',
    key: 'groups',
    missing: ({ policy, groups }) => policy === withGroups && (groups === undefined || isEmptyList(groups)),
  },
  {
    of: 'an access rule',
    key: 'groups',
    idle: ({ policy }) => (policy === withGroups ? undefined : ` without the policy \`${withGroups}\``),
  },
]

const ofAssignments: readonly Companion[] = [
  {
    of: 'an assignment',
    key: 'principalId',
    missing: (part) => !has(part, 'principalId') && !has(part, 'principalDisplayName'),
  },
]

const ofTargets: readonly Companion[] = [
  {
    of: 'a list of targets',
    key: 'accessType',
    beside: (part) => (has(part, 'targets') ? 'targets' : undefined),
  },
  { of: 'a list of targets', key: 'targets', beside: (part) => (has(part, 'accessType') ? 'accessType' : undefined) },
]

const whereEnforced = ({ isEnforced }: Part): string | undefined => (isEnforced === true ? 'isEnforced' : undefined)

const ofKeyRestrictions: readonly Companion[] = [
  {
    of: 'a list of models',
    key: 'isEnforced',
    beside: ({ aaGuids }) => (aaGuids === undefined ? undefined : 'aaGuids'),
  },
  { of: 'a list of models', key: 'enforcementType', beside: whereEnforced },
  { of: 'a list of models', key: 'aaGuids', beside: whereEnforced },
]

/** What is wrong with one part by one companion. */
function judge(file: WellFormedFile, { path, value }: Item<Part>, companion: Companion): readonly Diagnostic[] {
  const { of, key, missing, idle, beside } = companion
  const isGiven = has(value, key)
  if (missing?.(value) === true) {
    const at = isGiven ? file.document.rangeOf([...path, key]) : file.document.rangeOf(path)
    return [{ code: 'SHAPE-2', args: { key, of }, at }]
  }
  const because = isGiven ? idle?.(value) : undefined
  if (because !== undefined)
    return [{ code: 'TEN-38', args: { key, of, because }, at: file.document.rangeOfKey([...path, key]) }]
  const other = isGiven ? undefined : beside?.(value)
  if (other === undefined) return []
  return [{ code: 'TEN-39', args: { key, of, beside: other }, at: file.document.rangeOfKey([...path, other]) }]
}

/** The parts of a value that stand at such a place; `*` is every item of a list. */
function partsAt(value: unknown, steps: readonly string[], path: DocumentPath): readonly Item<Part>[] {
  const [step, ...others] = steps
  if (step === undefined) return isMapping(value) ? [{ path, value }] : []
  if (step === '*')
    return Array.isArray(value) ? value.flatMap((one, index) => partsAt(one, others, [...path, index])) : []
  return isMapping(value) ? partsAt(value[step], others, [...path, step]) : []
}

const directions = ['b2bCollaborationInbound', 'b2bDirectConnectInbound'] as const
const outbound = ['b2bCollaborationOutbound', 'b2bDirectConnectOutbound'] as const
const lists = ['usersAndGroups', 'applications'] as const
const entries: readonly (readonly string[])[] = [
  ...directions.flatMap((one) => [
    ['default', one],
    ['partners', '*', one],
  ]),
  ...outbound.map((one) => ['partners', '*', 'homeTenant', one]),
]

const methods = ['authenticationMethodConfigurations', '*']

/** A place of a file whose settings need each other, below an item of a list or a section of the file. */
type Place<Key> = readonly [Key, readonly string[], readonly Companion[]]

const inLists: readonly Place<'identityProviders' | 'applications'>[] = [
  ['identityProviders', ['accessRules', '*'], ofRules],
  ['identityProviders', ['accessRules', '*', 'conditions', '*'], ofConditions],
  ['applications', ['appRoleAssignedTo', '*'], ofAssignments],
]

const inSections: readonly Place<'crossTenantAccess' | 'authenticationMethodsPolicy'>[] = [
  ...entries.flatMap((entry) => lists.map((list) => ['crossTenantAccess', [...entry, list], ofTargets] as const)),
  ['authenticationMethodsPolicy', [...methods, 'keyRestrictions'], ofKeyRestrictions],
  ['authenticationMethodsPolicy', [...methods, 'passkeyProfiles', '*', 'keyRestrictions'], ofKeyRestrictions],
]

/** A rule that is a published policy by name, as the part that it stands for. */
function rulesByName(file: WellFormedFile): readonly Item<Part>[] {
  return file
    .list('identityProviders')
    .flatMap(({ path, value }) =>
      (value.accessRules ?? []).flatMap((rule, index) =>
        typeof rule === 'string' ? [{ path: [...path, 'accessRules', index], value: { policy: rule } }] : [],
      ),
    )
}

/** Settings that mean nothing without another, or beside one: the author means something that the file does not say. */
export const settingsThatNeedEachOther: Check = (file) => {
  const judgeAll = (parts: readonly Item<Part>[], companions: readonly Companion[]): readonly Diagnostic[] =>
    parts.flatMap((part) => companions.flatMap((one) => judge(file, part, one)))
  return [
    ...judgeAll(rulesByName(file), ofRules),
    ...inLists.flatMap(([key, steps, companions]) =>
      file.list(key).flatMap(({ path, value }) => judgeAll(partsAt(value, steps, path), companions)),
    ),
    ...inSections.flatMap(([key, steps, companions]) => judgeAll(partsAt(file.section(key), steps, [key]), companions)),
  ]
}
