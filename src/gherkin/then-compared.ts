import { planRequests } from '../simulate/plan-requests.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { ClientRequest, Instant } from '../vocabulary/requests.ts'
import { type Rows, type StepDefinition, step, tableStep } from './definition.ts'
import { dateWords, sessionWords } from './expectation.ts'
import { credentialNames, verdictNames } from './names.ts'
import { readCell } from './parameter-types.ts'
import { problem } from './problem.ts'
import { requiredCredential } from './required-legs.ts'
import { readTable, type TableRow } from './tables.ts'
import { plainWords, refuseName } from './words.ts'
import { instantOf, type Session, type SignInWorld, sessionOf, tenantOf } from './world.ts'

/** The other side of a comparison. */
interface Other {
  readonly tenant: Tenant
  readonly at: Instant
  readonly words: string
}

/** One sign-in whose verdict differs. */
interface Change {
  readonly request: ClientRequest
  readonly before: Session | undefined
  readonly after: Session | undefined
}

const keyOf = ({ user, client, purpose, network }: ClientRequest): string =>
  [user, client, purpose, network].join('\u0000').toLowerCase()

function sessionsAt(world: SignInWorld, tenant: Tenant, at: Instant): ReadonlyMap<string, Session> {
  const network = world.network === undefined ? {} : { network: world.network }
  const found = new Map<string, Session>()
  for (const request of planRequests(tenant, { ...network, at, signals: world.signals }))
    found.set(keyOf(request), sessionOf(tenant, request))
  return found
}

const outcome = (session: Session | undefined): string => {
  if (session === undefined) return 'none'
  const credential = requiredCredential(session)
  return session.verdict.kind === 'signs-in' && credential !== undefined ? credential : session.verdict.kind
}

function changesSince(
  world: SignInWorld,
  other: Other,
): { readonly changes: readonly Change[]; readonly count: number } {
  const before = sessionsAt(world, other.tenant, other.at)
  const after = sessionsAt(world, tenantOf(world), instantOf(world))
  world.recorder?.claimed(after.values())
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const changes = keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const request = is?.request ?? was?.request
    return request === undefined || outcome(was) === outcome(is) ? [] : [{ request, before: was, after: is }]
  })
  return { changes, count: keys.length }
}

const columns = ['user', 'client', 'purpose', 'network', 'before', 'after'] as const

function covers(world: SignInWorld, row: TableRow, { request, before, after }: Change): boolean {
  for (const name of ['user', 'client', 'purpose', 'network'] as const) {
    const text = row.cells.get(name)
    if (text !== undefined && readCell(name, text, world) !== request[name]) return false
  }
  return side(row, 'before', before) && side(row, 'after', after)
}

function side(row: TableRow, column: 'before' | 'after', session: Session | undefined): boolean {
  const text = row.cells.get(column)
  if (text === undefined) return true
  const known = plainWords(text)
  const wanted = known === 'none' ? 'none' : (verdictNames.get(known) ?? credentialNames.get(known))
  if (wanted === undefined)
    throw refuseName('verdict or credential', text, [...verdictNames.keys(), ...credentialNames.keys()])
  return outcome(session) === wanted
}

const changeWords = ({ request, before, after }: Change): string => {
  const { user, client, purpose, network } = request
  const words = (session: Session | undefined): string =>
    session === undefined ? 'no such sign-in' : sessionWords(session.verdict)
  return `  ${user} / ${client} / ${purpose} / from ${network}: ${words(before)} -> ${words(after)}`
}

function onlyThese(world: SignInWorld, other: Other, rows: Rows): void {
  const table = readTable(rows, columns, ['user', 'client'])
  const { changes } = changesSince(world, other)
  const surprising = changes.filter((change) => !table.rows.some((row) => covers(world, row, change)))
  const idle = table.rows.filter((row) => !changes.some((change) => covers(world, row, change)))
  if (surprising.length === 0 && idle.length === 0) return
  const lines = [
    ...(surprising.length > 0
      ? [`${surprising.length} changes that no row names:`, ...surprising.slice(0, 10).map(changeWords)]
      : []),
    ...idle.map((row) => `row ${row.number} names a change that does not happen`),
  ]
  throw problem([`compared with ${other.words}`, ...lines].join('\n'), surprising[0]?.after)
}

function nothing(world: SignInWorld, other: Other): void {
  const { changes, count } = changesSince(world, other)
  if (count === 0) throw problem('there is no sign-in to compare, so the step asserts nothing')
  const [first] = changes
  if (first === undefined) return
  const lines = [
    `compared with ${other.words}, ${changes.length} of ${count} verdicts change`,
    ...changes.slice(0, 10).map(changeWords),
  ]
  throw problem(lines.join('\n'), first.after)
}

function otherTenant(world: SignInWorld, name: string): Other {
  tenantOf(world)
  const file = world.shelf.locate(name, world.feature)
  world.recorder?.fileRead(file)
  const tenant = world.shelf.take(file, [])
  return { tenant, at: world.at ?? tenant.asOf, words: `the tenant architecture "${name}"` }
}

function unchanged(world: SignInWorld): Other {
  const current = tenantOf(world)
  const tenant = world.file === undefined ? current : world.shelf.take(world.file, [])
  return { tenant, at: instantOf(world), words: 'the unchanged tenant architecture' }
}

const earlier = (world: SignInWorld, at: Instant): Other => ({ tenant: tenantOf(world), at, words: dateWords(at) })

const table =
  '\n  | user         | client       | before       | after   |\n  | finance lead | Outlook 2010 | app password | blocked |'

/** Assertions on what changes between two plans, or between two dates of one. */
export const thenCompared: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'compared with the tenant architecture {string}, only these verdicts change:',
    {
      says: 'exactly these sign-ins end differently; columns: user, client, and purpose, network, before, after as wanted',
      example: `Then compared with the tenant architecture "cloud-managed", only these verdicts change:${table}`,
    },
    (world, name, rows) => onlyThese(world, otherTenant(world, name), rows),
  ),
  step(
    'Then',
    'compared with the tenant architecture {string}, no verdict changes',
    {
      says: 'every sign-in ends as it does there',
      example: 'Then compared with the tenant architecture "federated-skype-on-premises", no verdict changes',
    },
    (world, name) => nothing(world, otherTenant(world, name)),
  ),
  tableStep(
    'Then',
    'compared with the unchanged tenant architecture, only these verdicts change:',
    {
      says: 'the changes made in this scenario have exactly these effects',
      example: `Then compared with the unchanged tenant architecture, only these verdicts change:${table}`,
    },
    (world, rows) => onlyThese(world, unchanged(world), rows),
  ),
  step(
    'Then',
    'compared with the unchanged tenant architecture, no verdict changes',
    {
      says: 'the changes made in this scenario have no effect',
      example: 'Then compared with the unchanged tenant architecture, no verdict changes',
    },
    (world) => nothing(world, unchanged(world)),
  ),
  tableStep(
    'Then',
    'compared with {date}, only these verdicts change:',
    {
      says: 'between that date and the one reached exactly these sign-ins change',
      example: `Then compared with 2019-10-01, only these verdicts change:${table}`,
    },
    (world, at, rows) => onlyThese(world, earlier(world, at), rows),
  ),
  step(
    'Then',
    'compared with {date}, no verdict changes',
    {
      says: 'between that date and the one reached no sign-in changes',
      example: 'Then compared with 2019-10-01, no verdict changes',
    },
    (world, at) => nothing(world, earlier(world, at)),
  ),
]
