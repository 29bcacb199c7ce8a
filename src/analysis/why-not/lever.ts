import type { DocumentPath } from '../../source/document/located-document.ts'
import type { Change } from '../../source/edit/change.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { pathOfSetting, type Settings, settingsInForce, statedValue, triesOf } from '../../tenant/settings/setting.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { PolicyPlace } from './policy-places.ts'

/** What a lever changes. */
export type LeverKind =
  | 'client-version'
  | 'client-registry'
  | 'client-setting'
  | 'user-setting'
  | 'user-method'
  | 'user-role'
  | 'user-home'
  | 'mailbox-switch'
  | 'tenant-setting'
  | 'policy-state'
  | 'policy-scope'
  | 'domain'
  | 'identity-provider'
  | 'workload-setting'
  | 'device'
  | 'device-enrolment'
  | 'network'
  | 'rollout'
  | 'autodiscover'

/** One possible change of the architecture. */
export interface Lever {
  readonly kind: LeverKind
  /** Levers of one dimension are mutually exclusive: they set the same value. */
  readonly dimension: string
  /** The changed path in the file: `users[finance.lead@contoso.com].perUserMfaState`. */
  readonly what: string
  /** As JSON; undefined if not set. */
  readonly from?: string
  readonly to?: string
  readonly edits: readonly Change[]
  /** The policy file to edit, if it is not the tenant file. */
  readonly file?: SourceText
  /** The new name of the client, if it changes. */
  readonly client?: string
}

/** Inputs for generating levers. */
export interface Workbench {
  /** The document as plain data. */
  readonly file: Mapping
  readonly tenant: Tenant
  readonly request: ClientRequest
  readonly policies: readonly PolicyPlace[]
}

/** The items of a list in the file; empty if it is not a list. */
export const listIn = (file: Mapping, key: string): readonly unknown[] => {
  const value = file[key]
  return Array.isArray(value) ? value : []
}

/** Whether one of these keys of an item equals the name, ignoring case. */
export function isNamed(item: unknown, name: string, keys: readonly string[]): boolean {
  if (typeof item === 'string') return item.toLowerCase() === name.toLowerCase()
  if (!isMapping(item)) return false
  return keys.some((key) => typeof item[key] === 'string' && String(item[key]).toLowerCase() === name.toLowerCase())
}

const shown = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value))

/** A lever that sets one value; none if it is already set. */
export function setting(
  kind: LeverKind,
  what: string,
  path: DocumentPath,
  before: unknown,
  after: unknown,
  more: readonly Change[] = [],
): readonly Lever[] {
  const from = shown(before)
  const to = shown(after)
  if (from === to) return []
  return [
    {
      kind,
      dimension: path.join('\u0000'),
      what,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      edits: [{ path, value: after }, ...more],
    },
  ]
}

/** Levers that set one value to each of several. */
export function choices(
  kind: LeverKind,
  what: string,
  path: DocumentPath,
  before: unknown,
  values: readonly unknown[],
): readonly Lever[] {
  return values.flatMap((value) => setting(kind, what, path, before, value))
}

/** An object of the file whose settings can be changed. */
export interface Tried {
  /** Its prefix in paths: `users[ada@contoso.com]`. */
  readonly name: string
  readonly path: DocumentPath
  readonly stated: Mapping
}

/** The changes that the setting rows allow, one setting at a time. */
export function settingLevers(kind: LeverKind, settings: Settings, { name, path, stated }: Tried): readonly Lever[] {
  return settingsInForce(settings, stated).flatMap(([key, row]) => {
    const before = statedValue(row, stated[key])
    const at = pathOfSetting(key, row, stated[key])
    const what = [...(name === '' ? [] : [name]), ...at].join('.')
    return choices(kind, what, [...path, ...at], before, triesOf(row, before))
  })
}
