import type { DocumentPath } from '../source/document/located-document.ts'
import { sameData } from '../source/edit/change.ts'
import type { UserFile } from '../tenant/principal-file.ts'
import { disputableOfExchange } from '../tenant/settings/exchange-online.ts'
import type { Setting } from '../tenant/settings/setting.ts'
import { disputableSettings } from '../tenant/settings/users.ts'
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

/** The settings of a user, or of a workload, of which a tenant file can say that exports disagree on them. */
function settingsOf(list: string | number | undefined, item: string | number | undefined): Disputable {
  if (list === 'users') return disputableSettings
  const isExchange = item === 'exchange-online' || item === 'exchange-server'
  return list === 'workloads' && isExchange ? disputableOfExchange : {}
}

/** Where a tenant file says that exports state these values; undefined if it cannot say so of this setting. */
export function placeOfDispute(path: DocumentPath, values: readonly unknown[]): DocumentPath | undefined {
  const [list, item, key = '', ...below] = path
  const setting = own(settingsOf(list, item), `${key}`)
  if (list === undefined || item === undefined || below.length > 0 || setting === undefined) return undefined
  const isKnown = setting.values.length === 0 || values.every((value) => setting.values.includes(value))
  return isKnown ? [list, item, 'exportsDisagree', key] : undefined
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

/** A user whose settings are stated or in dispute: one export states what others disagree on. */
export function withoutStatedDisputes(user: UserFile): UserFile {
  if (user.exportsDisagree === undefined) return user
  const own: UserFile = { ...user }
  let disputes: Disputes = user.exportsDisagree
  for (const setting of Object.keys(disputes)) {
    const stated: unknown = Reflect.get(own, setting)
    if (stated === undefined) continue
    disputes = withDispute(disputes, setting, [stated])
    Reflect.deleteProperty(own, setting)
  }
  return { ...own, exportsDisagree: disputes }
}
