import { basicPolicySettings, legacyPolicySettings } from '../../tenant/settings/authentication-policies.ts'
import { cover, type Draft, state, stateField } from '../records/draft.ts'
import { flagOf, hasField, type RecordView, reportUnstated, textOf } from '../records/fields.ts'
import { policyNameIn } from './policy-name.ts'
import { type ExchangeReading, type ReadRecordsOf, reportSide } from './reading.ts'
import type { Side } from './side.ts'

const switchesOf: Readonly<Record<Side, readonly string[]>> = {
  'exchange-online': Object.keys(basicPolicySettings).filter((key) => key !== 'name'),
  'exchange-server': Object.keys(legacyPolicySettings).filter((key) => key !== 'name'),
}

/** Spellings that scripts write for the names of the cmdlet. */
const misspelled: Readonly<Record<string, string>> = { allowbasicauthwebservice: 'AllowBasicAuthWebServices' }

function nameOf(view: RecordView): string | undefined {
  const name = textOf(view, 'name') ?? textOf(view, 'identity') ?? textOf(view, 'distinguishedname')
  return typeof name === 'string' ? policyNameIn(name) : undefined
}

/** Switches for protocols that no client of the catalog speaks decide nothing unless they allow. */
function reportOtherSwitches(view: RecordView, known: ReadonlySet<string>): void {
  for (const field of view.record.fields.keys()) {
    if (!/^(?:allowbasicauth|blocklegacyauth|blockmodernauth)[a-z]/.test(field)) continue
    if (known.has(field) || field in misspelled) continue
    const allows = field.startsWith('allow')
    if (flagOf(view, field) === true) reportUnstated(view, field, allows ? 'allowed' : 'blocked')
  }
}

/** The switches that an export of all properties has: those for modern authentication came later. */
function requiredOf(view: RecordView, side: Side): readonly string[] {
  const modern = switchesOf[side].some((key) => /^BlockModern/.test(key) && hasField(view, key.toLowerCase()))
  return switchesOf[side].filter((key) => modern || !/^BlockModern/.test(key))
}

function readPolicy({ draft }: ExchangeReading, view: RecordView, side: Side): void {
  const name = nameOf(view)
  if (name === undefined) {
    cover(draft, view, '', 'not-understood', 'it has no name')
    return
  }
  const policy = ['workloads', side, 'authenticationPolicies', name] as const
  const spelled = new Map(switchesOf[side].map((key) => [key.toLowerCase(), key] as const))
  state(draft, [...policy, 'name'], name, view.record.at)
  const stated = new Set<string>()
  for (const [field, key] of [...spelled, ...Object.entries(misspelled)]) {
    const value = flagOf(view, field)
    if (typeof value !== 'boolean') continue
    stateField(draft, [...policy, key], value, view, field)
    stated.add(key)
  }
  reportOtherSwitches(view, new Set(spelled.keys()))
  const missing = requiredOf(view, side).filter((key) => !stated.has(key))
  if (missing.length > 0) {
    const takenAs = side === 'exchange-online' ? 'blocked' : 'not blocked'
    view.report({ code: 'IMP-28', args: { name, missing, takenAs }, at: view.record.at })
  }
  cover(draft, view, name, missing.length === 0 ? 'understood' : 'not-understood')
}

/** Reads Get-AuthenticationPolicy of either Exchange, which differ in their switches. */
export const readAuthenticationPolicies: ReadRecordsOf = (reading, records) => {
  for (const { view, side } of records) {
    if (side !== undefined) readPolicy(reading, view, side)
    else {
      reportSide(view)
      cover(reading.draft, view, '', 'not-understood')
    }
  }
}

/** Leaves out the names of policies that no export holds, and reports each one. */
export function dropUnknownPolicies({ statements, diagnostics, coverage }: Draft): void {
  const declared = [...statements.values()].flatMap(({ path: [, side, list, name] }) =>
    list === 'authenticationPolicies' ? [[side, `${name}`.toLowerCase()] as const] : [],
  )
  for (const [key, { path, value, at }] of statements) {
    const ofOrganization = path.at(-1) === 'DefaultAuthenticationPolicy'
    if (typeof value !== 'string' || !(ofOrganization || path.at(-1) === 'authenticationPolicy')) continue
    const wanted = value.toLowerCase()
    if (declared.some(([side, name]) => name === wanted && (!ofOrganization || side === path[1]))) continue
    statements.delete(key)
    diagnostics.push({ code: 'IMP-29', args: { policy: value }, at })
    const note = `the authentication policy “${value}” is not in any export: Get-AuthenticationPolicy`
    coverage.push({ source: at.source.name, kind: 'value', name: path.join(' · '), status: 'not-understood', note })
  }
}
