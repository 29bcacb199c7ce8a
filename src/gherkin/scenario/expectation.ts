import { ruleById } from '../../rules/index.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { SessionVerdict, Trace, Verdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import { requestWords } from './play-session.ts'
import { problem } from './problem.ts'
import type { Session } from './session.ts'
import { spokenCredentials, spokenLeg } from './spoken.ts'
import { readable } from './words.ts'

/** The questions behind what a cell or claim can be about, apart from the credential. */
export const questionsBehind: Readonly<Partial<Record<string, readonly Question[]>>> = {
  verifier: ['verifier'],
  'second factor': ['second-factor', 'second-factor-outcome'],
  'second factor by': ['second-factor-by'],
}

/** Fails with the expected and actual values, the deciding rule and the decisions before it. */
export function mismatch(
  expected: string,
  actual: string,
  session?: Session,
  leg?: Trace,
  questions: readonly Question[] = [],
): Error {
  const lines = [`expected: ${expected}`, `actual:   ${actual}`]
  if (session !== undefined)
    lines.push(`sign-in:  ${requestWords(session.request)}`, ...evidence(session, leg, questions))
  return problem(lines.join('\n'), session)
}

/**
 * The leg that decided a session: the named one, the first required one that failed, otherwise the last required one.
 */
export function decidingLeg(session: Session): Trace | undefined {
  const { verdict, traces } = session
  if ('leg' in verdict) return traces.find((trace) => trace.request.leg === verdict.leg)
  const required = traces.filter((trace) => !trace.request.optional)
  const open = required.find((trace) => verdictOf(trace).kind === 'undetermined')
  return (verdict.kind === 'undetermined' ? open : undefined) ?? required.at(-1) ?? traces[0]
}

function evidence(session: Session, named: Trace | undefined, questions: readonly Question[]): readonly string[] {
  const leg = named ?? decidingLeg(session)
  if (leg === undefined) return []
  const verdict = verdictOf(leg)
  const asked = verdict.kind === 'signs-in' ? questions.flatMap((question) => decidedBy(leg, question)) : []
  const rules = asked.length > 0 ? asked : 'rule' in verdict && verdict.rule !== undefined ? [verdict.rule] : []
  return [...[...new Set(rules)].flatMap(ruleLines), `decisions on the ${legWords(leg)}:`, ...decisionLines(leg)]
}

/** The rules that decided a question of a leg, for the credential that it uses. */
function decidedBy(leg: Trace, question: Question): readonly RuleId[] {
  const verdict = verdictOf(leg)
  const about = 'credential' in verdict ? verdict.credential : undefined
  return decisions(leg)
    .filter((step) => step.question === question && (step.about === undefined || step.about === about))
    .map(({ rule }) => rule)
}

/** A rule with its statement, its source and the date it was read. */
export function ruleLines(id: RuleId): readonly string[] {
  const rule = ruleById(id)
  if (rule === undefined) return [`rule:     ${id}`]
  const source = sources[rule.citation.source]
  return [
    `rule:     ${id} (${rule.basis}) ${rule.statement}`,
    `          ${source.title}, ${source.url}, read ${source.read}`,
  ]
}

/** The decisions of a leg, one per line, without those about other credentials. */
export function decisionLines(leg: Trace): readonly string[] {
  const verdict = verdictOf(leg)
  const about = 'credential' in verdict ? verdict.credential : undefined
  return decisions(leg)
    .filter((step) => step.about === undefined || step.about === about || step.question === 'service-gate')
    .map(({ question, about: topic, answer, missing, rule }) => {
      const subject = topic === undefined ? readable(question) : `${readable(question)} of ${topic}`
      return `  ${subject}: ${answer ?? `undetermined without ${(missing ?? []).join(', ')}`} [${rule}]`
    })
}

/** A leg in words. */
export function legWords({ request }: Trace): string {
  return `${readable(request.leg)} leg at ${readable(request.relyingParty)}`
}

/** The outcome of a session, in words. */
export function sessionWords(verdict: SessionVerdict): string {
  switch (verdict.kind) {
    case 'signs-in':
      return `signs in with ${verdict.credentials.map((credential) => spokenCredentials[credential]).join(' and ')}`
    case 'conflict':
    case 'several-credentials':
      return `${readable(verdict.kind)}: ${verdict.credentials
        .map(({ leg, credential }) => `${spokenLeg(leg)} needs ${spokenCredentials[credential]}`)
        .join(', ')}`
    case 'undetermined':
      return `undetermined without ${verdict.missing.join(', ')}`
    default:
      return `${readable(verdict.kind)} at the ${readable(verdict.leg)} leg by rule ${verdict.rule}`
  }
}

/** The outcome of a leg, in words. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'signs-in':
      return `signs in with ${spokenCredentials[verdict.credential]}, verified by ${verdict.verifier}, second factor ${verdict.secondFactor}, rule ${verdict.rule}`
    case 'undetermined':
      return `undetermined without ${verdict.missing.join(', ')}`
    case 'blocked':
      return `blocked${verdict.policies.length > 0 ? ` by ${verdict.policies.join(', ')}` : ''}, rule ${verdict.rule}${errorWords(verdict.error)}`
    case 'refused':
      return `${spokenCredentials[verdict.credential]} refused by ${verdict.verifier}, rule ${verdict.rule}${errorWords(verdict.error)}`
    default:
      return `cannot sign in, rule ${verdict.rule}${errorWords(verdict.error)}`
  }
}

const errorWords = (error: string | undefined): string => (error === undefined ? '' : `, error ${error}`)

/** A moment in words. */
export function dateWords(at: number): string {
  return formatInstant(at)
}
