import type { DocumentPath } from '../source/document/located-document.ts'
import { sameData } from '../source/edit/change.ts'
import type { UserFile } from '../tenant/principal-file.ts'
import { basicPolicySettings, legacyPolicySettings } from '../tenant/settings/authentication-policies.ts'
import { disputableOfDomain } from '../tenant/settings/domains.ts'
import { mailboxSwitches } from '../tenant/settings/mailbox.ts'
import type { Setting, Settings } from '../tenant/settings/setting.ts'
import { disputableSettings } from '../tenant/settings/users.ts'
import { disputableOfWorkload } from '../tenant/settings/workload-disputes.ts'
import { type WorkloadFile, type WorkloadsFile, workloadSettings } from '../tenant/settings/workloads.ts'
import { canBeStatedInDispute } from '../tenant/settings-in-place.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { own } from '../vocabulary/own.ts'
import { compareText } from './canonical.ts'

/** Settings on which exports disagree, each with the values that they state. */
export type Disputes = NonNullable<UserFile['exportsDisagree']>

const textOf = (value: unknown): string => JSON.stringify(value) ?? ''

/** Different values, each once, in an order that does not depend on files. */
export function differentValues(values: readonly unknown[]): readonly unknown[] {
  const found = values.filter((value, at) => values.findIndex((other) => sameData(value, other)) === at)
  return found.sort((one, other) => compareText(textOf(one), textOf(other)))
}

type Disputable = Readonly<Record<string, Setting>>

/** Whether a tenant file can state one of the values at a place, and say that exports have others. */
export const isStatable = ([part]: DocumentPath): boolean => part !== undefined && canBeStatedInDispute(`${part}`)

/** Whether a tenant file can say of a place that exports disagree on it. */
export const isCarried = (path: DocumentPath, values: readonly unknown[]): boolean =>
  isStatable(path) || placeOfDispute(path, values) !== undefined

/** What happens to a value on which exports disagree, in words. */
export const fateOf = {
  carried: 'it stays undetermined',
  leftOut: 'it is left out, and what is assumed without it counts',
}

/** The settings of a user, or of a workload, of which a tenant file can say that exports disagree on them. */
function settingsOf(list: string | number | undefined, item: string | number | undefined): Disputable {
  if (list === 'users') return disputableSettings
  if (list === 'domains') return disputableOfDomain
  const settings = list === 'workloads' ? own<Settings>(workloadSettings, `${item}`) : undefined
  return settings?.['exportsDisagree'] === undefined ? {} : disputableOfWorkload(settings)
}

/** Whether a value is one of those that a setting can have, as far as they can be listed. */
const isValueOf = ({ values, schema }: Setting, value: unknown): boolean =>
  values.length === 0 || values.includes(value) || (value === null && JSON.stringify(schema['type']).includes('null'))

function switchesOf(service: string | number): Disputable {
  const { name: _, ...switches } = service === 'exchange-online' ? basicPolicySettings : legacyPolicySettings
  return switches
}

/** The settings that a place of a tenant file has, of which it can say that exports disagree on them. */
function disputableAt([list, item, part, policy, ...below]: DocumentPath): Disputable {
  if (list === undefined || item === undefined || below.length > 0) return {}
  if (policy !== undefined) return list === 'workloads' && part === 'authenticationPolicies' ? switchesOf(item) : {}
  if (part === undefined) return settingsOf(list, item)
  return list === 'users' && part === 'mailboxSwitches' ? mailboxSwitches : {}
}

/** Where a tenant file says that exports state these values; undefined if it cannot say so of this setting. */
export function placeOfDispute(path: DocumentPath, values: readonly unknown[]): DocumentPath | undefined {
  const [place, key = ''] = [path.slice(0, -1), path.at(-1)]
  const setting = own(disputableAt(place), `${key}`)
  if (setting === undefined || !values.every((value) => isValueOf(setting, value))) return undefined
  return [...place, 'exportsDisagree', key]
}

/** The values of a field on which copies of an object disagree; undefined if they do not. */
export function disputedValues(value: unknown): readonly unknown[] | undefined {
  const values = isMapping(value) ? value['exportsDisagree'] : undefined
  return Array.isArray(values) ? values : undefined
}

/** Disputes with another one; nothing changes where the values are the same. */
export function withDispute(disputes: Disputes | undefined, setting: string, values: readonly unknown[]): Disputes {
  const all = differentValues([...(disputes?.[setting] ?? []), ...values])
  return all.length < 2 ? (disputes ?? {}) : { ...disputes, [setting]: all }
}

/** A thing whose settings are stated or in dispute: one export states what others disagree on. */
export function withoutStatedDisputes<Thing extends { readonly exportsDisagree?: Disputes }>(thing: Thing): Thing {
  if (thing.exportsDisagree === undefined) return thing
  const own: Thing = { ...thing }
  let disputes: Disputes = thing.exportsDisagree
  for (const setting of Object.keys(disputes)) {
    const stated: unknown = Reflect.get(own, setting)
    if (stated === undefined) continue
    disputes = withDispute(disputes, setting, [stated])
    Reflect.deleteProperty(own, setting)
  }
  return { ...own, exportsDisagree: disputes }
}

/** A user whose settings and mailbox switches are stated or in dispute. */
export function userWithoutStatedDisputes(user: UserFile): UserFile {
  const { mailboxSwitches: switches } = user
  const own = withoutStatedDisputes(user)
  return switches?.exportsDisagree === undefined ? own : { ...own, mailboxSwitches: withoutStatedDisputes(switches) }
}

/** Services whose settings are stated or in dispute. */
export function workloadsWithoutStatedDisputes(workloads: WorkloadsFile): WorkloadsFile {
  const settled = (one: WorkloadFile): WorkloadFile => {
    const { authenticationPolicies: policies } = one
    const own = withoutStatedDisputes(one)
    return policies === undefined ? own : { ...own, authenticationPolicies: policies.map(withoutStatedDisputes) }
  }
  return Object.fromEntries(Object.entries(workloads).map(([name, one]) => [name, settled(one)]))
}
