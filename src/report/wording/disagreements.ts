import type { Disagreement } from '../../catalog/disagreement.ts'
import { disagreements } from '../../catalog/disagreements.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'

const open = disagreements.filter(({ treatment }) => treatment === 'open')

/** The pages of the vendor that disagree on what leaves a leg undetermined. */
export function disagreementsOf(trace: Trace): readonly Disagreement[] {
  const verdict = verdictOf(trace)
  if (verdict.kind !== 'undetermined') return []
  const { relyingParty, protocol, client } = trace.request
  const rules = decisions(trace).flatMap(({ rule, missing }): readonly string[] =>
    missing === undefined ? [] : [rule],
  )
  const lacking: ReadonlySet<string | undefined> = new Set([...verdict.missing, verdict.rule, ...rules])
  return open.filter(
    ({ carriedBy, leg }) =>
      lacking.has(carriedBy) &&
      (leg?.relyingParty === undefined || leg.relyingParty === relyingParty) &&
      (leg?.protocol === undefined || leg.protocol === protocol) &&
      (leg?.client === undefined || leg.client === client.toLowerCase()),
  )
}
