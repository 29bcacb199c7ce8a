import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict } from '../../trace/verdict.ts'
import { requiredWords, sessionWords } from '../../vocabulary/demand-words.ts'
import { readLeg } from '../matrix/matrix.ts'
import { type Aspect, aspects, type CellReading, type LegReading } from '../population/results.ts'

const readings: { readonly [Name in Aspect]: (reading: CellReading) => unknown } = {
  verdict: ({ verdict, legs }) => [verdictIn(verdict), legs.map((leg) => [leg.verdict.kind, missingOf(leg)])],
  credential: ({ legs }) => legs.map(({ verdict }) => ('credential' in verdict ? verdict.credential : null)),
  presents: ({ legs }) =>
    legs.map(({ verdict }) =>
      verdict.kind === 'signs-in' ? [verdict.presents ?? null, verdict.admissible ?? null] : null,
    ),
  verifier: ({ legs }) => legs.map(({ verdict }) => ('verifier' in verdict ? verdict.verifier : null)),
  'second-factor': ({ legs }) =>
    legs.map(({ verdict }) =>
      verdict.kind === 'signs-in' ? [verdict.secondFactor, verdict.secondFactorBy ?? null] : null,
    ),
  prompts: ({ prompts }) => prompts,
  policies: ({ legs }) => legs.map(({ verdict }) => (verdict.kind === 'blocked' ? verdict.policies : null)),
  'grant-controls': ({ legs }) => legs.map(({ required }) => requiredWords(required)),
  'session-controls': ({ legs }) => legs.map(({ session }) => sessionWords(session)),
  error: ({ legs }) => legs.map(({ verdict }) => ('error' in verdict ? (verdict.error ?? null) : null)),
  stage: ({ legs }) => legs.map(({ verdict }) => ('stage' in verdict ? verdict.stage : null)),
  audit: ({ legs }) => legs.map(({ audit }) => audit),
  rule: ({ legs }) => legs.map(({ verdict }) => verdict.rule ?? null),
  legs: ({ legs }) => legs.map(({ leg, relyingParty, protocol, optional }) => [leg, relyingParty, protocol, optional]),
}

const missingOf = ({ verdict }: LegReading): readonly string[] =>
  verdict.kind === 'undetermined' ? verdict.missing : []

/** The verdict of a session without policies, rules and errors, which are aspects of their own. */
function verdictIn(verdict: SessionVerdict): unknown {
  switch (verdict.kind) {
    case 'signs-in':
      return [verdict.kind]
    case 'conflict':
    case 'several-credentials':
      return [verdict.kind, verdict.credentials.map(({ leg }) => leg)]
    case 'undetermined':
      return [verdict.kind, verdict.missing]
    default:
      return [verdict.kind, verdict.leg]
  }
}

/** How a sign-in ends, by the traces of its legs. */
export const readingOf = (traces: readonly Trace[]): CellReading => ({
  verdict: sessionVerdict(traces),
  prompts: promptCount(traces),
  legs: traces.map(readLeg),
})

/** Equal for sign-ins with the same outcome in everything that a verdict has. */
export function readingKey(reading: CellReading | undefined): string {
  return reading === undefined ? 'none' : JSON.stringify([...partsOfReading(reading)])
}

/** Every aspect of a sign-in's outcome. Fields added to verdicts later are included automatically. */
export function partsOfReading({ verdict, prompts, legs }: CellReading): ReadonlyMap<string, string> {
  const parts = new Map([['prompts', String(prompts)]])
  const add = (about: string, values: object): void => {
    for (const [name, value] of Object.entries(values))
      if (value !== undefined) parts.set(`${about}${name}`, typeof value === 'string' ? value : JSON.stringify(value))
  }
  add('', verdict)
  for (const [index, { leg, verdict: own, required, session, ...rest }] of legs.entries()) {
    const repeated = legs.findIndex((one) => one.leg === leg) !== index
    const demanded = { 'grant controls': requiredWords(required), 'session controls': sessionWords(session) }
    add(`${leg}${repeated ? ` ${index + 1}` : ''} `, { ...rest, ...present(demanded), ...own })
  }
  parts.set('legs', legs.map(({ leg }) => leg).join(', '))
  return parts
}

const present = (words: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''))

/** The aspects that differ between two readings; empty if the sign-in does not exist on one side. */
export function differingAspects(before: CellReading | undefined, after: CellReading | undefined): readonly Aspect[] {
  if (before === undefined || after === undefined) return []
  return aspects.filter(
    (aspect) => JSON.stringify(readings[aspect](before)) !== JSON.stringify(readings[aspect](after)),
  )
}
