import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errorCodeOf } from '../catalog/errors.ts'
import { coversWhereAsked } from '../rules/catch-all.fixture.ts'
import { allRules, rulebook } from '../rules/index.ts'
import { shareOf } from '../share.fixture.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { brokenInvariants } from '../trace/invariants.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import { clientNamed, planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'
import { wrongWord } from './verdict-words.fixture.ts'

const reader = nodeSourceReader(process.cwd())
const files = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))

function tenantOf(file: string): Tenant {
  const loaded = loadTenant(`scenarios/${file}`, reader)
  if (!loaded.ok) throw new Error(`${file} does not load: ${loaded.diagnostics.map((one) => one.code).join(', ')}`)
  return loaded.value
}

const eras = ['2016-06-01', '2019-10-01', '2022-11-15', '2024-06-01', '2026-11-22', '2027-06-01'].map((day) =>
  Date.parse(day),
)

const selfService = ['register-for-mfa', 'create-app-password', 'delete-app-password', 'set-up-hello'] as const

/** Every sign-in of a scenario, self-service included, at its own date and in every era. */
function* everyTrace(tenant: Tenant, instants = [tenant.asOf, ...eras]): Iterable<Trace> {
  for (const at of instants)
    for (const purpose of [undefined, ...selfService] as const)
      for (const request of planRequests(tenant, purpose === undefined ? { at } : { at, purpose }))
        yield* simulateSession(tenant, request)
  for (const application of tenant.applications.keys())
    for (const request of planRequests(tenant, { purpose: 'get-token', application }))
      yield* simulateSession(tenant, request)
}

/** What was seen when every sign-in of a scenario was played. */
interface Played {
  readonly broken: readonly string[]
  readonly decided: ReadonlySet<string>
  /** Last rules of a question that answered outside their own statement, and where. */
  readonly outside: ReadonlySet<string>
  /** Rules that end a sign-in. */
  readonly ends: ReadonlySet<string>
}

/** The rules on methods, which decide person by person and are no steps of a leg. */
function methodRules({ methods }: Trace): readonly string[] {
  if (methods === undefined) return []
  const { admits, refused, open, preference } = methods
  return [...refused, ...open].map(({ rule }) => rule).concat(admits ?? [], preference ?? [])
}

function play(file: string): Played {
  const broken: string[] = []
  const decided = new Set<string>()
  const outside = new Set<string>()
  const ends = new Set<string>()
  for (const trace of everyTrace(tenantOf(file))) {
    const wrong = [...brokenInvariants(trace), wrongWord(trace) ?? []].flat()
    for (const what of wrong) broken.push(`${trace.request.user} ${trace.request.client}: ${what}`)
    for (const step of trace.steps) if (step.kind === 'decision' || step.kind === 'policy') decided.add(step.rule)
    for (const rule of methodRules(trace)) decided.add(rule)
    for (const { question, rule, answer } of decisions(trace))
      if (answer !== undefined && rule === rulebook[question].at(-1)?.id)
        if (coversWhereAsked[question]?.(trace.facts) === false)
          outside.add(`${rule} ${trace.request.client} ${trace.request.user} ${trace.request.leg}`)
    const verdict = verdictOf(trace)
    if (verdict.kind === 'blocked' || verdict.kind === 'cannot-sign-in') ends.add(verdict.rule)
  }
  return { broken, decided, outside, ends }
}

const plays = new Map<string, Played>()

/** The library is played once, whichever tests look at it. */
function played(file: string): Played {
  const found = plays.get(file) ?? play(file)
  plays.set(file, found)
  return found
}

describe.each(files)('every sign-in of %s', (file) => {
  test('keeps the invariants of a trace, and has the word of what stops it', () => {
    expect(played(file).broken).toEqual([])
  })
})

describe.each(shareOf(files, 3))('every sign-in of %s', (file) => {
  const tenant = tenantOf(file)

  test('is the same when it is played again', () => {
    const once = [...everyTrace(tenant, [tenant.asOf])].map((trace) => JSON.stringify(trace))
    const other = tenantOf(file)
    const again = [...everyTrace(other, [other.asOf])].map((trace) => JSON.stringify(trace))
    expect(again).toEqual(once)
  })
})

test('every rule decides somewhere in the scenario library, or says here why not', () => {
  const excused = new Map<string, string>([
    ['GATE-21', 'the switch of the MSOnline module is a setting that features add to a plan'],
    ['ACC-19', 'a wrong password is a signal of one sign-in, which no architecture declares'],
    ['MFA-21', 'an enabled user with a stored password in a script is a setting that features add to a plan'],
    ['MBX-5', 'from October 2026 on, tenants of the library state EwsEnabled; features leave it unset'],
    ['MBX-11', 'client access rules are a setting that features add to a plan'],
    ['MBX-9', 'a list that leaves out the app id of a client is a setting that features add to a plan'],
    ['POL-11', 'MFA required for the registration itself is a policy that features add to a plan'],
    ['CRED-16', 'a program in a client made for people is played only when somebody asks for it by name'],
    ['ACC-23', 'the same of its credentials'],
    ['OFF-2', 'the clients of the library that speak RPC over HTTP alone know no modern authentication'],
    ['OFF-14', 'the servers of the library fulfill every prerequisite of tokens; tests contradict one'],
    ['OFF-12', 'a modern program that relays without an account is one that somebody has to declare'],
    ['SFO-8', 'a custom control that is met already is a signal of one sign-in'],
    ['POL-38', 'what an action asks for in the middle of a session is a signal, which no architecture declares'],
    ['POL-21', 'risk is a signal of one sign-in, which no architecture declares'],
    ['POL-23', 'switching every method off is a setting that features add to a plan'],
    ['MFA-19', 'when somebody first signed in is a setting that features add to a plan'],
    ['GATE-16', 'that the retirement has reached a tenant is a rollout state that features add to a plan'],
    ['GATE-19', 'app-only access with Azure ACS is a client and a setting that features add to a plan'],
    ['GATE-20', 'the same of its end'],
    ['OFF-18', 'a storage account without an identity source is a setting that features add to a plan'],
    ['OFF-19', 'the same of one with Domain Services'],
    ['ACC-40', 'security defaults beside file shares are a setting that features add to a plan'],
    ['POL-43', 'terms of use for the application of file shares are a policy that features add to a plan'],
    ['OFF-11', 'a service that the file does not have is asked for by name only'],
    ['ISS-6', 'every server of the library that takes tokens states whose'],
    ['MPR-2', 'system-preferred authentication for the second factor alone is a setting that features add to a plan'],
    ['MTH-1', 'what nobody registered is too much to list: everything that a person lacks'],
    ['DVC-12', 'a phone that is said to be opened with Windows Hello is a mistake that features make'],
    ['PRT-1', 'a lost token is a signal of one sign-in, which no architecture declares'],
    ['PRT-11', 'the same of a second factor given since'],
    ['TGT-5', 'a domain without Microsoft Entra Kerberos is a setting that features add to a plan'],
    ['SIL-2', 'a client that has signed in before is a signal of one sign-in'],
    ['SIL-3', 'the same of a private window'],
    ['SIL-4', 'the same of another profile'],
  ])
  const decided = new Set(files.flatMap((file) => [...played(file).decided]))
  const outside = new Set(files.flatMap((file) => [...played(file).outside]))
  expect([...outside].slice(0, 5), 'last rules answer within their own statements').toEqual([])
  const idle = allRules.map(({ id }) => id).filter((id) => !decided.has(id) && !excused.has(id))
  expect(idle, 'decide in no scenario: add one, or say in `excused` why only a feature shows them').toEqual([])
  expect([...excused.keys()].filter((id) => decided.has(id))).toEqual([])
})

test('many rules end a sign-in of the library', () => {
  expect(new Set(files.flatMap((file) => [...played(file).ends])).size).toBeGreaterThan(20)
})

test('every error that a rule names is a row of the catalog', () => {
  const unknown = allRules.flatMap(({ error }) => (error === undefined || errorCodeOf(error) ? [] : [error]))
  expect(unknown).toEqual([])
})

test('a client of the catalog that the file does not declare can be asked about', () => {
  const tenant = tenantOf('federated-skype-on-premises.yaml')
  expect(clientNamed(tenant, 'outlook-2007')?.product.name).toBe('Outlook 2007')
  expect(clientNamed(tenant, 'outlook-1997')).toBeUndefined()
})

test('ten thousand sign-ins take less than a second of the processor', () => {
  const tenant = tenantOf('federated-skype-on-premises.yaml')
  const requests = [...planRequests(tenant)]
  for (const request of requests) simulateSession(tenant, request)
  let made = 0
  // Time of the processor and not of the clock: other programs on the machine do not count.
  const start = process.cpuUsage()
  while (made < 10_000) for (const request of requests) made += simulateSession(tenant, request).length
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(1000)
})
