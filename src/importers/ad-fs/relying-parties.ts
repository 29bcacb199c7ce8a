import type { AccessRuleFile } from '../../tenant/settings/access-rules.ts'
import { cover, stateField } from '../records/draft.ts'
import { flagOf, listOfNames, type RecordView, reportUnstated, textOf } from '../records/fields.ts'
import type { RecordValue } from '../records/record.ts'
import { accessPolicy, takesGroups } from './access-policies.ts'
import { type AccessRules, additionalRules, authorizationRules } from './access-rules.ts'
import { nameOfClaim } from './claim-types.ts'
import type { AdfsReading, ReadAdfs } from './provider.ts'
import { type OpenRule, readRuleSet } from './rule-set.ts'

/** The names by which Microsoft Entra ID is known to AD FS. */
const entraId =
  /^urn:federation:(?:MicrosoftOnline|partner\.microsoftonline\.cn)$|\/\/login\.microsoftonline\.com\/extSTS\.srf$/i

/** What the relying party trust of Microsoft Entra ID lets pass, part by part. */
interface Access {
  readonly rules: readonly AccessRuleFile[]
  readonly notUnderstood: readonly string[]
  /** Everyone has to pass a second factor. */
  readonly always: boolean
}

function reportRules(view: RecordView, field: string, open: readonly OpenRule[]): readonly string[] {
  const of = `${textOf(view, 'name') ?? view.kind}`
  for (const { rule, problem, near } of open) {
    const args = { rule, of, problem, ...(near === undefined ? {} : { near }) }
    view.report({ code: 'IMP-30', args, at: view.record.rangeOf(field) })
  }
  return open.map(({ rule }) => rule)
}

/** The names in a value at any depth: the parameter of a policy is a list, or a table from parameters to lists. */
function namesIn(value: RecordValue | undefined): readonly string[] {
  if (typeof value === 'string')
    return value
      .replace(/^\{|\}$/g, '')
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter((name) => name !== '' && !/^(?:System|Microsoft)\.[\w.`[\]]+$/.test(name))
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return value instanceof Map ? [...value.values()].flatMap(namesIn) : []
}

function policyAccess(view: RecordView, name: string): Access {
  const field = 'accesscontrolpolicyparameters'
  const groups = namesIn(view.record.fields.get(field)).filter((group) => !/^GroupParameter$/i.test(group))
  const policy = accessPolicy(name, groups)
  if (policy !== undefined && !(takesGroups(name) && groups.length === 0)) return { ...policy, notUnderstood: [] }
  const of = `${textOf(view, 'name') ?? view.kind}`
  const problem = policy === undefined ? 'unknown' : 'no-groups'
  view.report({
    code: 'IMP-31',
    args: { policy: name, of, problem },
    at: view.record.rangeOf('accesscontrolpolicyname'),
  })
  return { rules: [], notUnderstood: [name], always: false }
}

function fromRules(view: RecordView, field: string, { rules, open }: AccessRules): Access {
  return { rules, notUnderstood: reportRules(view, field, open), always: false }
}

/** Who gets a token: by the policy, otherwise by the rules; undefined if the export has neither. */
function accessOf(view: RecordView): Access | undefined {
  const policy = textOf(view, 'accesscontrolpolicyname')
  if (typeof policy === 'string') return policyAccess(view, policy)
  const field = 'issuanceauthorizationrules'
  const text = textOf(view, field)
  return typeof text === 'string' ? fromRules(view, field, authorizationRules(readRuleSet(text))) : undefined
}

/** Who has to pass a second factor at AD FS, for this relying party or for all. */
export function secondFactorOf(view: RecordView): Access {
  const field = 'additionalauthenticationrules'
  const text = textOf(view, field)
  const none = { rules: [], notUnderstood: [], always: false }
  if (typeof text !== 'string') return none
  const found = additionalRules(readRuleSet(text))
  return { ...fromRules(view, field, found), always: found.always }
}

const passedOn = ['authnmethodsreferences', 'insidecorporatenetwork']

/** The claims that matter and are passed on; undefined if that is not known. */
function passedClaims(view: RecordView): readonly string[] | undefined {
  const field = 'issuancetransformrules'
  const text = textOf(view, field)
  if (typeof text !== 'string') return undefined
  const { issued, open } = readRuleSet(text)
  const matters = ({ problem, types }: OpenRule): boolean =>
    problem === 'syntax' || types.some((type) => passedOn.includes(nameOfClaim(type) ?? ''))
  const unread = open.filter(matters)
  if (reportRules(view, field, unread).length > 0) return undefined
  const names = new Set(issued.flatMap(({ type, ways }) => (ways.length === 0 ? [] : (nameOfClaim(type) ?? []))))
  return passedOn.filter((name) => names.has(name))
}

function readEntraId({ draft, provider }: AdfsReading, view: RecordView, others: readonly Access[]): void {
  const name = `${textOf(view, 'name') ?? ''}`
  if (flagOf(view, 'enabled') === false) reportUnstated(view, 'enabled', 'False')
  const access = accessOf(view)
  const parts = [...(access === undefined ? [] : [access]), secondFactorOf(view), ...others]
  const missing = access === undefined ? ['who gets a token'] : []
  const notUnderstood = [...new Set([...missing, ...parts.flatMap((part) => part.notUnderstood)])]
  const by =
    typeof textOf(view, 'accesscontrolpolicyname') === 'string'
      ? 'accesscontrolpolicyname'
      : 'issuanceauthorizationrules'
  stateField(
    draft,
    [...provider, 'accessRules'],
    parts.flatMap(({ rules }) => rules),
    view,
    by,
  )
  if (notUnderstood.length > 0) stateField(draft, [...provider, 'notUnderstood'], notUnderstood, view, by)
  if (parts.some(({ always }) => always)) stateField(draft, [...provider, 'performsMfa'], true, view, by)
  stateField(draft, [...provider, 'passesClaims'], passedClaims(view), view, 'issuancetransformrules')
  if (access === undefined)
    cover(draft, view, name, 'not-understood', 'neither its policy nor its authorization rules are in the export')
  else cover(draft, view, name, notUnderstood.length === 0 ? 'understood' : 'not-understood')
}

/** Reads Get-AdfsRelyingPartyTrust: the claims that Microsoft Entra ID gets from AD FS, and for which users. */
export const relyingPartyTrusts =
  (global: readonly Access[]): ReadAdfs =>
  (reading, views) => {
    for (const view of views) {
      const identifiers = listOfNames(view, 'identifier') ?? []
      if (identifiers.some((one) => entraId.test(one))) readEntraId(reading, view, global)
      else cover(reading.draft, view, `${textOf(view, 'name') ?? ''}`, 'unused')
    }
  }
