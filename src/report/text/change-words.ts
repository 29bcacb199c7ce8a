import type {
  AffectedUsers,
  Aspect,
  Cause,
  CellReading,
  Change,
  Difference,
  LegReading,
} from '../../analysis/population/results.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { sessionWords } from '../../vocabulary/demand-words.ts'
import { own } from '../../vocabulary/own.ts'
import { singleLine } from '../tables/single-line.ts'
import { eventWords } from '../wording/events.ts'
import { presentedPhrase } from '../wording/methods.ts'
import {
  auditTrailNames,
  legWords,
  purposeWords,
  secondFactorWords,
  verifierNames,
  workloadWords,
} from '../wording/nouns.ts'
import { sessionLabel } from '../wording/outcomes.ts'
import { requirementInWords } from './policy-control-words.ts'

/** Changes of the same people and client with the same result, merged over all their purposes and networks. */
export interface MergedChange {
  readonly who: string
  readonly client: string
  readonly purposes: readonly string[]
  readonly networks: readonly string[]
  readonly before: string
  readonly after: string
}

/** How many users, and one of them. */
export function peopleWords({ representative, size }: AffectedUsers): string {
  return size === 1 ? representative : `${representative} and ${size - 1} like them`
}

const words = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].join(', ')

const said = (names: Readonly<Record<string, string>>, id: string): string => own(names, id) ?? id

/** What is presented; all alternatives if the user chooses, nothing if it is not stated. */
function presentedWords({ verdict }: LegReading): string {
  if (verdict.kind !== 'signs-in') return ''
  if (verdict.presents !== undefined) return `presents ${presentedPhrase(verdict.presents)}`
  return verdict.admissible === undefined ? '' : `may present ${verdict.admissible.map(presentedPhrase).join(', or ')}`
}

const verifiedWords = ({ verdict }: LegReading): string =>
  'verifier' in verdict ? `checked by ${said(verifierNames, verdict.verifier)}` : ''

const blockedWords = ({ verdict }: LegReading): string =>
  verdict.kind === 'blocked' ? `blocked by ${verdict.policies.join(' and ') || 'no policy'}` : ''

/** The part of a leg that an aspect refers to. */
function aspectWords(aspect: Aspect, { legs, prompts }: CellReading): string {
  switch (aspect) {
    case 'verifier':
      return words(legs.map(verifiedWords))
    case 'presents':
      return words(legs.map(presentedWords))
    case 'second-factor':
      return words(
        legs.map(({ verdict }) =>
          'secondFactor' in verdict ? `second factor ${said(secondFactorWords, verdict.secondFactor)}` : '',
        ),
      )
    case 'prompts':
      return counted(prompts, 'prompt')
    case 'policies':
      return words(legs.map(blockedWords))
    case 'grant-controls':
      return `required: ${words(legs.map(({ required }) => requirementInWords(required))) || 'nothing'}`
    case 'session-controls':
      return `session: ${words(legs.map(({ session }) => sessionWords(session))) || 'no controls'}`
    case 'error':
      return words(legs.map(({ verdict }) => ('error' in verdict ? verdict.error : '')))
    case 'stage':
      return words(legs.map(({ verdict }) => ('stage' in verdict ? `stopped at ${verdict.stage}` : '')))
    case 'audit':
      return `recorded in ${words(legs.flatMap(({ audit }) => audit.map((trail) => said(auditTrailNames, trail)))) || 'no log'}`
    case 'rule':
      return words(legs.map(({ verdict }) => verdict.rule))
    case 'legs':
      return words(
        legs.map(({ leg, relyingParty }) => `${said(legWords, leg)} at ${said(workloadWords, relyingParty)}`),
      )
    case 'verdict':
    case 'credential':
      return ''
  }
}

/** The outcome of a sign-in, with what changed besides the credential; a missing sign-in is described as such. */
export function readingWords(reading: CellReading | undefined, aspects: readonly Aspect[]): string {
  if (reading === undefined) return 'no such sign-in'
  const label = sessionLabel(reading.verdict)
  const details = words(aspects.map((aspect) => aspectWords(aspect, reading)))
  return details === '' ? label : `${label} (${details})`
}

/** How a change is described: how its sign-in ended before, and afterwards. */
export type Described = (change: Change) => Pick<MergedChange, 'before' | 'after'>

function described({ aspects, before, after }: Change): Pick<MergedChange, 'before' | 'after'> {
  // Rule and log changes are minor compared with a changed credential.
  const told = aspects.includes('verdict') || aspects.includes('credential') ? [] : aspects
  return { before: readingWords(before, told), after: readingWords(after, told) }
}

/** Merges changes that differ only in purpose or network. */
export function mergedChanges(changes: readonly Change[], describe: Described = described): readonly MergedChange[] {
  const rows = new Map<
    string,
    { row: Omit<MergedChange, 'purposes' | 'networks'>; purposes: Set<string>; networks: Set<string> }
  >()
  for (const change of changes) {
    const { users, client, purpose, network } = change
    const row = { who: peopleWords(users), client, ...describe(change) }
    const key = JSON.stringify([row, network])
    const known = rows.get(key) ?? { row, purposes: new Set<string>(), networks: new Set([network]) }
    rows.set(key, known)
    known.purposes.add(purposeName(purpose))
  }
  const merged = new Map<string, MergedChange>()
  for (const { row, purposes, networks } of rows.values()) {
    const key = JSON.stringify([row, [...purposes]])
    const known = merged.get(key)
    merged.set(key, { ...row, purposes: [...purposes], networks: [...(known?.networks ?? []), ...networks] })
  }
  return [...merged.values()]
}

/** A purpose in words. */
export function purposeName(purpose: string): string {
  for (const [id, name] of Object.entries(purposeWords)) if (id === purpose) return name
  return purpose
}

const eventPhrase = ({ type, about, details }: Extract<Difference, { kind: 'event' }>): string =>
  details === undefined ? `${type} (${about})` : eventWords(type, details)

/** What happens on the day, if it is not the first day of the vendor's change. */
function momentWords({ moment, state }: Extract<Difference, { kind: 'vendor' }>): string {
  if (moment === undefined) return ''
  if (moment === 'ends') return 'the end of: '
  return moment === 'ends-here'
    ? 'the rollout stated in the file ends: '
    : `the file states \`${state}\` from this date: `
}

/** A difference in one phrase. */
export function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'file':
      return `${difference.path}: ${difference.before ?? 'not stated'} → ${difference.after ?? 'not stated'}`
    case 'vendor':
      return `${formatInstant(difference.at)}, ${momentWords(difference)}${difference.statement}`
    case 'event':
      return `${formatInstant(difference.at)}, ${eventPhrase(difference)}`
    case 'named-files':
      return `the content of ${difference.files.join(', ')}`
    case 'elapsed':
      if (difference.statements !== undefined)
        return `${formatInstant(difference.to)}, ${difference.statements.join('; ')}`
      return `the time from ${formatInstant(difference.from)} to ${formatInstant(difference.to)}`
  }
}

/** The location of a difference in a file, or the page. */
export function differenceSource(difference: Difference): string {
  if (difference.kind === 'event' && difference.origin !== undefined)
    return `${difference.origin.file}:${difference.origin.line}`
  if (difference.kind !== 'file') return ''
  const places = [difference.origin?.before, difference.origin?.after].flatMap((one) =>
    one === undefined ? [] : [`${one.file}:${one.line}`],
  )
  return [...new Set(places)].join(' → ')
}

/** The heading of a cause: its only difference, or all differences that act together. */
export function causeHeading({ differences }: Cause): string {
  const [only] = differences
  if (only === undefined) return 'without a known cause'
  return differences.length === 1 ? differenceWords(only) : `${differences.length} differences, only in combination`
}

/** A line with its indentation and without control characters; paint it afterwards. */
export function indentedLine(line: string): string {
  return `${/^ */.exec(line)?.[0] ?? ''}${singleLine(line)}`
}
