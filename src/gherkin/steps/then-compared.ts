import type { Instant } from '../../vocabulary/requests.ts'
import { type ComparedPlan, planOfWorld, playBoth, type SessionPair, saysTheSame } from '../scenario/compared-plans.ts'
import { dateWords, sessionWords } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { credentialNames, verdictNames } from '../scenario/names.ts'
import { problem } from '../scenario/problem.ts'
import { requiredCredential } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { differing, differingInWords, saysCredential } from '../scenario/session-parts.ts'
import { plainWords, refuseName } from '../scenario/words.ts'
import { type SignInWorld, tenantFileNamed, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { readCell } from './parameter-types.ts'
import { nothing, readTable, type TableRow } from './tables.ts'

/** The other side of a comparison. */
interface Other extends ComparedPlan {
  readonly words: string
}

const absent = 'no such sign-in'

const outcome = (session: Session | undefined): string => {
  if (session === undefined) return absent
  const credential = requiredCredential(session)
  return session.verdict.kind === 'signs-in' && credential !== undefined ? credential : session.verdict.kind
}

function changesSince(
  world: SignInWorld,
  other: Other,
): { readonly changes: readonly SessionPair[]; readonly count: number } {
  const reached = planOfWorld(world)
  if (saysTheSame(world, other, reached))
    throw problem(
      `compared with ${other.words}, everything is the same architecture at the same date, so the step does not assert anything`,
    )
  const pairs = playBoth(world, other, reached)
  world.recorder?.claimed(pairs.flatMap(({ after }) => after ?? []))
  compared(world.ledger, pairs.length)
  return { changes: pairs.filter(({ before, after }) => differing(before, after).length > 0), count: pairs.length }
}

const columns = ['user', 'client', 'purpose', 'network', 'before', 'after'] as const

function covers(world: SignInWorld, row: TableRow, { request, before, after }: SessionPair): boolean {
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
  const none = text === nothing || known === 'none'
  const wanted = none ? absent : (verdictNames.get(known) ?? credentialNames.get(known))
  if (wanted === undefined)
    throw refuseName('verdict or credential', text, [...verdictNames.keys(), ...credentialNames.keys()])
  return outcome(session) === wanted
}

const changeWords = ({ request, before, after }: SessionPair): string => {
  const { user, client, purpose, network } = request
  const words = (session: Session | undefined): string =>
    session === undefined ? absent : sessionWords(session.verdict)
  const [was, is] = [words(before), words(after)]
  const change = was === is ? `${is}, but ${differingInWords(before, after)}` : `${was} -> ${is}`
  return `  ${user} / ${client} / ${purpose} / from ${network}: ${change}`
}

function onlyThese(world: SignInWorld, other: Other, rows: Rows): void {
  const table = readTable(rows, columns, ['user', 'client'])
  // Named people of a population file are not merged into classes, so they are collected before anything is played.
  for (const { cells } of table.rows) readCell('user', cells.get('user') ?? '', world)
  const { changes } = changesSince(world, other)
  const surprising = changes.filter((change) => !table.rows.some((row) => covers(world, row, change)))
  const idle = table.rows.filter((row) => !changes.some((change) => covers(world, row, change)))
  const repeated = changes.flatMap((change) => {
    const [first, second] = table.rows.filter((row) => covers(world, row, change))
    return first === undefined || second === undefined ? [] : [{ first, second }]
  })
  if (surprising.length === 0 && idle.length === 0 && repeated.length === 0) return
  const lines = [
    ...(surprising.length > 0
      ? [`${surprising.length} changes that are in no row:`, ...surprising.slice(0, 10).map(changeWords)]
      : []),
    ...idle.map((row) => `row ${row.number} lists a change that did not occur`),
    ...repeated
      .slice(0, 1)
      .map(({ first, second }) => `rows ${first.number} and ${second.number} name the same change`),
  ]
  throw problem([`compared with ${other.words}`, ...lines].join('\n'), surprising[0]?.after)
}

function noChange(world: SignInWorld, other: Other): void {
  const { changes, count } = changesSince(world, other)
  refuseChanges(other, changes, `${changes.length} of ${count} verdicts change`)
}

function refuseChanges({ words }: Other, changes: readonly SessionPair[], summary: string): void {
  const [first] = changes
  if (first === undefined) return
  const lines = [`compared with ${words}, ${summary}`, ...changes.slice(0, 10).map(changeWords)]
  throw problem(lines.join('\n'), first.after)
}

function noCredential(world: SignInWorld, other: Other): void {
  const { changes, count } = changesSince(world, other)
  const changed = changes.filter(({ before, after }) =>
    differing(before, after).some(({ name }) => saysCredential(name)),
  )
  refuseChanges(other, changed, `${changed.length} of ${count} credentials change`)
}

function otherTenant(world: SignInWorld, name: string): Other {
  tenantOf(world)
  const file = tenantFileNamed(world, name)
  world.recorder?.fileRead(file, world.tenants.hash(file))
  const { asOf } = world.tenants.take(file, [])
  const loaded = world.tenants.load(file, [])
  if (loaded.ok) world.recorder?.compared(file, loaded.warnings)
  return { file, changes: [], at: world.at ?? asOf, words: `the tenant architecture "${name}"` }
}

const unchanged = (world: SignInWorld): Other => ({
  ...planOfWorld(world),
  changes: [],
  words: 'the unchanged tenant architecture',
})

const earlier = (world: SignInWorld, at: Instant): Other => ({ ...planOfWorld(world), at, words: dateWords(at) })

const table =
  '\n  | user         | client       | before       | after   |\n  | finance lead | Outlook 2010 | app password | blocked |'

/** Assertions on what changes between two plans, or between two dates of one. */
export const thenCompared: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'compared with the tenant architecture {string}, only these verdicts change:',
    {
      says: 'exactly these sign-ins have a different verdict, each named by one row; columns: user, client; optional: purpose, network, before, after',
      example: `Then compared with the tenant architecture "federated-skype-on-premises", only these verdicts change:${table}`,
    },
    (world, name, rows) => onlyThese(world, otherTenant(world, name), rows),
  ),
  step(
    'Then',
    'compared with the tenant architecture {string}, no verdict changes',
    {
      says: 'every sign-in has exactly the same verdict there, and enforced policies require the same controls and put the same on the session; report-only policies change nothing',
      example: 'Then compared with the tenant architecture "federated-skype-on-premises", no verdict changes',
    },
    (world, name) => noChange(world, otherTenant(world, name)),
  ),
  step(
    'Then',
    'compared with the tenant architecture {string}, no credential changes',
    {
      says: 'every sign-in has the same outcome there and needs the same credentials, regardless of the verifier',
      example: 'Then compared with the tenant architecture "cloud-managed", no credential changes',
    },
    (world, name) => noCredential(world, otherTenant(world, name)),
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
      says: 'the changes made in this scenario change no verdict',
      example: 'Then compared with the unchanged tenant architecture, no verdict changes',
    },
    (world) => noChange(world, unchanged(world)),
  ),
  tableStep(
    'Then',
    'compared with {date}, only these verdicts change:',
    {
      says: 'exactly these sign-ins have a different outcome at the current date',
      example: `Then compared with 2019-10-01, only these verdicts change:${table}`,
    },
    (world, at, rows) => onlyThese(world, earlier(world, at), rows),
  ),
  step(
    'Then',
    'compared with {date}, no verdict changes',
    {
      says: 'every sign-in has the same outcome at the current date as on that one',
      example: 'Then compared with 2019-10-01, no verdict changes',
    },
    (world, at) => noChange(world, earlier(world, at)),
  ),
]
