import type { CellReading, Change, LegReading } from '../../analysis/population/results.ts'
import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { PlanFinding, PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { type Block, heading, list, paragraph } from '../text/blocks.ts'
import { purposeName } from '../text/change-words.ts'
import { presentedPhrase } from '../wording/methods.ts'
import { capital, listed } from '../wording/phrasing.ts'
import { plainVerdict } from '../wording/plain-verdict.ts'
import { findingsOf, personasOf } from './affected.ts'
import { kindWords } from './words.ts'

/** The error that a sign-in that ends there is likely to show. */
const errorOf = ({ verdict }: LegReading): string => {
  const error = 'error' in verdict ? verdict.error : undefined
  return error === undefined ? '' : ` The likely error is ${error}.`
}

/** What can be presented, as far as the methods of the person are stated. */
function presentableIn({ verdict }: LegReading): string | undefined {
  if (verdict.kind !== 'signs-in') return undefined
  const { presents, admissible } = verdict
  if (presents !== undefined) return presentedPhrase(presents)
  return admissible === undefined ? undefined : admissible.map(presentedPhrase).join(' or ')
}

function presentedSentence(leg: LegReading): string {
  const presented = presentableIn(leg)
  const several = leg.verdict.kind === 'signs-in' && leg.verdict.presents === undefined
  return presented === undefined ? '' : ` You ${several ? 'can ' : ''}sign in with ${presented}.`
}

function legSentence(leg: LegReading, { client, purpose }: Change, prompts: number): string {
  const { verdict } = leg
  if (verdict.kind === 'signs-in' && prompts === 0) return `${client} asks you for nothing.`
  const asked = presentedSentence(leg)
  return `${plainVerdict(verdict, client, { purpose: purposeName(purpose), silent: false })}${asked}${errorOf(leg)}`
}

/** How a sign-in ends for the person who signs in; every sentence is read from the verdicts of its legs. */
function readingSentence(reading: CellReading | undefined, change: Change): string {
  if (reading === undefined) return `${change.client} is no longer there.`
  const required = reading.legs.filter(({ optional }) => !optional)
  const failing = required.filter(({ verdict }) => verdict.kind !== 'signs-in')
  const shown = failing.length > 0 ? failing : required
  return [...new Set(shown.map((leg) => legSentence(leg, change, reading.prompts)))].join(' ')
}

interface Told {
  readonly client: string
  /** What the person presents afterwards, where it is known. */
  readonly presents?: string
  readonly before: string
  readonly after: string
  readonly purposes: Set<string>
  readonly networks: Set<string>
}

/** What a sign-in that works asks for, where its methods are stated. */
function presentedIn(reading: CellReading | undefined): string | undefined {
  const shown = (reading?.legs ?? []).flatMap((leg) => (leg.optional ? [] : (presentableIn(leg) ?? [])))
  return shown[0]
}

/** What the person is to do about it; nothing where a sign-in works without them. */
const actions: { readonly [Kind in FindingKind]?: (before: string, presents: string | undefined) => string } = {
  stranded: (before) => `tell the helpdesk before ${before}; none of your clients can do it from then on`,
  'client-lost': (before) => `move to another of your clients before ${before}`,
  'must-register': (before) => `register a method before ${before}`,
  'asked-otherwise': (before, presents) =>
    presents === undefined ? `expect another prompt from ${before}` : `have ${presents} ready from ${before}`,
  'perhaps-stranded': (before) => `ask the helpdesk before ${before} whether a client is left`,
  undetermined: (before) => `ask the helpdesk before ${before} whether it still works`,
}

/** Changes with the same sentences together. */
function toldOf(changes: readonly Change[]): readonly Told[] {
  const found = new Map<string, Told>()
  for (const change of changes) {
    const { client, purpose, network } = change
    const neutral = { ...change, purpose: '' }
    const [before, after] = [readingSentence(change.before, change), readingSentence(change.after, change)]
    const key = JSON.stringify([
      client,
      readingSentence(change.before, neutral),
      readingSentence(change.after, neutral),
    ])
    const presents = presentedIn(change.after)
    const told = found.get(key) ?? {
      client,
      before,
      after,
      purposes: new Set(),
      networks: new Set(),
      ...(presents === undefined ? {} : { presents }),
    }
    found.set(key, told)
    told.purposes.add(purposeName(purpose))
    told.networks.add(network)
  }
  return [...found.values()]
}

const doing = (action: string | undefined): readonly string[] =>
  action === undefined ? [] : [`What to do: ${action}.`]

function findingBlocks({ at, changes: found, kind }: PlanFinding, { clientNames }: PlanResult): readonly Block[] {
  // People know a client by the name that it shows.
  const changes = found.map((change) => ({ ...change, client: clientNames[change.client] ?? change.client }))
  const users = [...new Set(changes.map(({ users: { representative } }) => representative))]
  // What the same words describe is no change for the person.
  const told = toldOf(changes).filter(({ before, after }) => before !== after)
  const day = formatInstant(at)
  return told.flatMap(({ client, before, after, purposes, networks, presents }) => [
    paragraph(
      `${capital(`to ${listed([...purposes])}`)} with ${client}, from ${listed([...networks])} (${kindWords[kind]}; for example ${users[0]}):`,
    ),
    list([`Until then: ${before}`, `From ${day}: ${after}`, ...doing(actions[kind]?.(day, presents))], ''),
  ])
}

function personaBlocks(result: PlanResult, persona: string): readonly Block[] {
  const stages = result.stages.flatMap(({ index, name }): readonly Block[] => {
    const findings = findingsOf(result, persona, index)
    const blocks = findings.flatMap((one) => findingBlocks(one, result))
    return blocks.length === 0 ? [] : [heading(3, index === 0 ? 'Before stage 1' : `${index}. ${name}`), ...blocks]
  })
  return [
    heading(2, persona),
    ...(stages.length === 0 ? [paragraph('Nothing changes for you: you sign in as before.')] : stages),
  ]
}

/** "What changes for me": for each cohort and stage, how its sign-ins ended before and how they end afterwards. */
export function userChangesBlocks(result: PlanResult): readonly Block[] {
  return [
    heading(1, `${result.plan}: what changes for me?`),
    ...personasOf(result).flatMap((persona) => personaBlocks(result, persona)),
  ]
}
