import type { Aspect, Change, Difference } from '../../analysis/population/results.ts'
import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { ClaimOutcome, PlanClaim, PlanFinding, PlanResult, StageSummary, UndoOutcome } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import {
  differenceSource,
  differenceWords,
  type MergedChange,
  mergedChanges,
  readingWords,
} from '../text/change-words.ts'
import { outcomeWords } from './outcome-words.ts'

/** What each built-in claim says. */
export const claimWords: { readonly [Claim in PlanClaim]: string } = {
  'nobody-stranded': 'nobody is stranded in any stage',
  'nothing-opened': 'no stage opens what was closed',
  'nothing-weakened': 'no stage takes a second factor away',
  'stages-can-be-undone': 'every stage can be undone',
  'exceptions-end': 'every exception ends',
  'break-glass-works': 'emergency access works throughout',
}

/** What a finding of each kind says of its people. */
export const kindWords: { readonly [Kind in FindingKind]: string } = {
  stranded: 'can no longer do it with any client',
  opened: 'a sign-in that was blocked works',
  weakened: 'a second factor is no longer asked for',
  'perhaps-stranded': 'undetermined whether any client still works',
  'perhaps-opened': 'undetermined whether a closed sign-in works',
  undetermined: 'undetermined whether the client still works',
  'client-lost': 'must use another client',
  'must-register': 'must register a method first',
  'asked-otherwise': 'asked for something else',
  gained: 'can do what was not possible before',
  restored: 'what worked at the start works again',
}

/** How a claim ended, in a word of fixed width. */
export const answerWords: { readonly [Answer in ClaimOutcome['answer']]: string } = {
  holds: 'holds',
  refuted: 'refuted',
  open: 'undetermined',
  'about-nobody': 'about nobody',
}

/** When a stage begins. */
export function stageTime({ date, when }: Pick<StageSummary, 'date' | 'when'>): string {
  return date === undefined ? `when ${when ?? 'it is ready'}` : formatInstant(date)
}

/** What a stage is called, with its number. */
export function stageName({ stages }: Pick<PlanResult, 'stages'>, index: number): string {
  const stage = stages[index]
  return index === 0 ? 'the start' : `stage ${index} "${stage?.name ?? ''}"`
}

/** Where a claim fails: the stage, the date and the witness. */
export function claimPlace(result: PlanResult, { stage, at, witness, answer, claim }: ClaimOutcome): string {
  if (answer === 'holds') return ''
  if (answer === 'about-nobody') return 'the tenant declares no emergency access account'
  const late = claim === 'exceptions-end' ? 'it expires after the end of the plan' : ''
  const time = at === undefined ? '' : `, ${formatInstant(at)}`
  return [stage === undefined ? '' : `${stageName(result, stage)}${time}`, witness ?? '', late]
    .filter((part) => part !== '')
    .join(': ')
}

/** How many people a finding is of, by cohort where there are cohorts. */
export function findingPeople({ users, cohorts }: Pick<PlanFinding, 'users' | 'cohorts'>): string {
  const all = counted(users, 'user')
  return cohorts.length === 0 ? all : `${all} (${cohorts.map((one) => `${one.cohort}: ${one.users}`).join(', ')})`
}

/** One sign-in, or several alike, before and after. */
export function changeLine({ who, client, purposes, networks, before, after }: MergedChange): string {
  return `${who}, ${client}, ${purposes.join(', ')}, from ${networks.join(', ')}: ${before} → ${after}`
}

/** What is no news beside anything else that changes. */
const minor: ReadonlySet<Aspect> = new Set(['audit', 'rule', 'legs', 'stage'])

/** A different verdict is described in full; otherwise only what differs is. */
function describe({ aspects, before, after }: Change): { readonly before: string; readonly after: string } {
  if (aspects.length === 0 || aspects.includes('verdict') || aspects.includes('credential'))
    return { before: outcomeWords(before), after: outcomeWords(after) }
  const major = aspects.filter((aspect) => !minor.has(aspect))
  const told = (major.length > 0 ? major : aspects).filter(
    (aspect) => readingWords(before, [aspect]) !== readingWords(after, [aspect]),
  )
  return { before: readingWords(before, told), after: readingWords(after, told) }
}

/** Sign-ins before and after, those alike together, as many as fit. */
export function changeLines(changes: readonly Change[], most: number): readonly string[] {
  const merged = mergedChanges(changes, describe)
  const shown = merged.slice(0, most).map(changeLine)
  const left = merged.length - shown.length
  return left > 0 ? [...shown, `and ${counted(left, 'more like this')}`.replace('thiss', 'this')] : shown
}

/** Whether a stage can be undone, in words. */
export function undoWords({ answer, way, at, reason, users, keepsActs, mustActUsers }: UndoOutcome): string {
  const because = reason === undefined ? '' : ` (${reason})`
  const must = mustActUsers > 0 ? `; ${counted(mustActUsers, 'user')} would need another client or method` : ''
  const acts = `${keepsActs ? '; what people did in it stays' : ''}${must}`
  if (way === 'none') return `cannot be undone${because}`
  const how = way === 'inverse' ? 'by the inverse of its changes' : 'in the way that the plan states'
  if (answer === 'can-be-undone') return `can be undone ${how}${because}${acts}`
  const when = at === undefined ? '' : ` from ${formatInstant(at)} on`
  return answer === 'open'
    ? `undetermined whether it can be undone${when}${because}`
    : `cannot be undone${when}: ${counted(users, 'user')} would be stranded${because}`
}

/** A date of a plan, and what happens on it. */
export interface PlanDate {
  readonly at: Instant
  readonly statement: string
}

function dateOf(difference: Difference): readonly PlanDate[] {
  if (difference.kind === 'file' || difference.kind === 'named-files') return []
  const at = difference.kind === 'elapsed' ? difference.to : difference.at
  return [{ at, statement: differenceWords(difference).replace(`${formatInstant(at)}, `, '') }]
}

/** The dates of the vendor and of events that change a sign-in in the plan, in the order of time. */
export function planDates({ findings }: Pick<PlanResult, 'findings'>): readonly PlanDate[] {
  const all = findings.flatMap(({ because }) => because).flatMap(dateOf)
  const unique = new Map(all.map((one) => [`${one.at} ${one.statement}`, one]))
  return [...unique.values()].sort((one, other) => one.at - other.at)
}

/** How many characters of a value a sentence shows. */
const longest = 60

const isComposed = (json: string | undefined): boolean => json !== undefined && /^[{[]/.test(json)

const shortValue = (json: string | undefined): string => {
  if (json === undefined) return 'not stated'
  return json.length > longest ? `${json.slice(0, longest - 1)}…` : json
}

/** A name that comes to a list, or leaves it: `groups[Pilot].members: ada@contoso.com added`. */
function memberWords(path: string, before: string | undefined, after: string | undefined): string | undefined {
  if ((before === undefined) === (after === undefined)) return undefined
  const [, list, name] = /^(.*)\[([^[\]]+)\]$/.exec(path) ?? []
  if (list === undefined || name === undefined || JSON.stringify(name) !== (before ?? after)) return undefined
  return `${list}: ${name} ${before === undefined ? 'added' : 'removed'}`
}

/** What makes a change, in one phrase: an entry that comes or goes is named, and its content is left to the file. */
export function causeWords(difference: Difference): string {
  if (difference.kind !== 'file') return differenceWords(difference)
  const { path, before, after } = difference
  const member = memberWords(path, before, after)
  if (member !== undefined) return member
  if (before === undefined && isComposed(after)) return `${path}: added`
  if (after === undefined && isComposed(before)) return `${path}: removed`
  return `${path}: ${shortValue(before)} → ${shortValue(after)}`
}

/** The same with the place in a file, where there is one. */
export function causeWithPlace(difference: Difference): string {
  const source = differenceSource(difference)
  return `${causeWords(difference)}${source === '' ? '' : ` (${source})`}`
}
