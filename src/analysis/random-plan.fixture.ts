import { readFileSync } from 'node:fs'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'

/** The worked example as text. */
export const foundingPlan = readFileSync(
  new URL('../../scenarios/federated-skype-on-premises.yaml', import.meta.url),
  'utf8',
)

/** The tenant of a text that is sound. */
export function tenantOf(text: string, name = 'plan.yaml'): Tenant {
  const loaded = loadTenantText(text, name)
  if (!loaded.ok) throw new Error(`${name}: ${loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args))}`)
  return loaded.value
}

/** Numbers that are the same in every run: a choice below a limit. */
export function choices(seed: number): (limit: number) => number {
  let state = (seed + 1) * 2654435761
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 12345) | 0
    return (state >>> 8) % limit
  }
}

/** One of several values. */
export function pick<T>(choose: (limit: number) => number, from: readonly T[]): T {
  // The limit is the length of the list.
  return from[choose(from.length)] as T
}

const states = ['disabled', 'enabled', 'enforced'] as const
const homes = ['exchange-online', 'none'] as const
const registrars = ['skype-for-business-server', 'none'] as const

/** A user of the worked example's tenant, with any state. */
export function randomUser(choose: (limit: number) => number, index: number): Readonly<Record<string, unknown>> {
  const maybe = <T>(value: T): T | undefined => (choose(4) === 0 ? undefined : value)
  return {
    userPrincipalName: `user${index}@contoso.com`,
    displayName: `User ${index}`,
    perUserMfaState: maybe(pick(choose, states)),
    registered: maybe(choose(2) === 0),
    appPasswords: maybe(choose(2) === 0 ? [] : [`Device ${index}`]),
    groups: maybe(choose(2) === 0 ? [] : ['Finance']),
    roles: maybe(choose(3) === 0 ? ['Exchange Administrator'] : []),
    mailbox: maybe(pick(choose, homes)),
    archive: 'none',
    registrar: maybe(pick(choose, registrars)),
    accountEnabled: maybe(choose(5) > 0),
    mailboxSwitches: choose(4) === 0 ? { PopEnabled: choose(2) === 0, MAPIEnabled: choose(2) === 0 } : undefined,
  }
}

/** The worked example with users of whatever state instead of its own. */
export function randomPlan(seed: number, users: number): string {
  const choose = choices(seed)
  const kinds = Array.from({ length: Math.ceil(users / 3) }, (_, index) => randomUser(choose, index))
  const people = Array.from({ length: users }, (_, index) => {
    const { appPasswords, ...state } = pick(choose, kinds)
    const names = Array.isArray(appPasswords) ? { appPasswords: appPasswords.map((name) => `${name} ${index}`) } : {}
    const who = { userPrincipalName: `user${index}@contoso.com`, displayName: `User ${index}` }
    return JSON.stringify({ ...state, ...who, ...names })
  })
  const before = foundingPlan.slice(0, foundingPlan.indexOf('\nusers:'))
  const setting = pick(choose, ['allowed', 'blocked'])
  const settled = before.replace('appPasswords: allowed', `appPasswords: ${setting}`)
  return `${settled}\nusers: [${people.join(',\n  ')}]\ngroups: [{name: Finance}]\n`
}
