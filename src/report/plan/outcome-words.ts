import type { CellReading, LegReading } from '../../analysis/population/results.ts'
import { own } from '../../vocabulary/own.ts'
import { requirementInWords } from '../text/policy-control-words.ts'
import { missingWords } from '../wording/facts.ts'
import { presentedPhrase } from '../wording/methods.ts'
import { credentialWords, secondFactorWords, verifierNames } from '../wording/nouns.ts'
import { sessionLabel } from '../wording/outcomes.ts'
import { listed } from '../wording/phrasing.ts'

const joined = (parts: readonly string[], between: string): string =>
  [...new Set(parts.filter((part) => part !== ''))].join(between)

/** What is presented on a leg, who checks it, and the second factor where one is at stake. */
function signedInWords({ verdict, required }: LegReading): string {
  if (verdict.kind !== 'signs-in') return ''
  const { credential, presents, admissible, verifier, secondFactor } = verdict
  const { symbol, name } = credentialWords[credential]
  const shown =
    presents !== undefined
      ? presentedPhrase(presents)
      : admissible === undefined
        ? name
        : admissible.map(presentedPhrase).join(' or ')
  const second = secondFactor === 'not-required' ? '' : `second factor ${own(secondFactorWords, secondFactor) ?? ''}`
  const demanded = requirementInWords(required)
  return joined(
    [
      `${symbol} ${shown}`,
      `checked by ${own(verifierNames, verifier) ?? verifier}`,
      second,
      demanded === '' ? '' : `required: ${demanded}`,
    ],
    ', ',
  )
}

/** Why a leg fails: the policies, otherwise the rule; and the error that the sign-in is likely to show. */
function failureWords({ verdict }: LegReading, first: boolean): string {
  if (verdict.kind === 'signs-in') return ''
  if (verdict.kind === 'undetermined') return `depends on ${listed(verdict.missing.map(missingWords))}`
  const policies = verdict.kind === 'blocked' ? verdict.policies : []
  const why =
    policies.length > 0
      ? `${first ? 'the first of them ' : ''}by ${listed(policies.map((name) => `"${name}"`))}`
      : (verdict.rule ?? '')
  return joined([why, 'error' in verdict ? (verdict.error ?? '') : ''], ', ')
}

/** How a sign-in ends in one phrase: what is presented, or why it fails. */
export function outcomeWords(reading: CellReading | undefined, policiesOfFirst = false): string {
  if (reading === undefined) return 'no such sign-in'
  const { verdict, legs } = reading
  const needed = legs.filter(({ optional }) => !optional)
  if (verdict.kind === 'signs-in' || verdict.kind === 'several-credentials' || verdict.kind === 'conflict') {
    const presented = joined(needed.map(signedInWords), '; ')
    return verdict.kind === 'signs-in' ? presented : `${sessionLabel(verdict)}: ${presented}`
  }
  const failing = needed.filter((leg) => leg.verdict.kind !== 'signs-in')
  const why = joined(
    failing.map((leg) => failureWords(leg, policiesOfFirst)),
    '; ',
  )
  return why === '' ? sessionLabel(verdict) : `${sessionLabel(verdict)} (${why})`
}
