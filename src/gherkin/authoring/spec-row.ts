import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { requiredCredential, requiredLegs } from '../scenario/required-legs.ts'
import { spokenCredentials, spokenLeg, spokenVerifiers } from '../scenario/spoken.ts'
import { readable } from '../scenario/words.ts'
import { alignedTable } from '../steps/aligned-table.ts'

/** The assertions of a spec about one sign-in: sentences with placeholders, and the cells. */
export interface SpecRow {
  readonly request: ClientRequest
  /** Rows with the same shape share a Scenario Outline. */
  readonly shape: string
  readonly title: string
  readonly steps: readonly string[]
  readonly cells: ReadonlyMap<string, string>
  readonly rules: readonly RuleId[]
}

interface Stated {
  readonly title: string
  readonly steps: readonly string[]
  readonly cells?: Readonly<Record<string, string>>
}

/** The assertions that a spec can make about the verdict of a session. */
export function specRow({
  request,
  traces,
}: {
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
}): SpecRow {
  const { title, steps, cells = {} } = stated(request, traces)
  const rules = new Set<RuleId>()
  for (const trace of traces) {
    const { rule } = verdictOf(trace)
    if (rule !== undefined) rules.add(rule)
  }
  return {
    request,
    shape: [title, ...steps].join('\n'),
    title,
    steps,
    cells: new Map(Object.entries(cells)),
    rules: [...rules],
  }
}

function stated(request: ClientRequest, traces: readonly Trace[]): Stated {
  const verdict = sessionVerdict(traces)
  const session = { request, traces, verdict }
  if (requiredCredential(session) !== undefined) return signsIn(requiredLegs(session))
  switch (verdict.kind) {
    case 'conflict':
    case 'several-credentials':
      return splitCredentials(verdict)
    case 'undetermined': {
      const facts = alignedTable(verdict.missing.map((fact) => [fact]))
      return {
        title: 'undetermined whether <user> can <purpose>',
        steps: ['Then the sign-in is undetermined without:', ...indented(facts)],
      }
    }
    case 'signs-in':
      return { title: '<user> signs in to <purpose>', steps: ['Then the sign-in succeeds'] }
    default: {
      const { title, end } = failures[verdict.kind]
      const steps = [`Then ${end}`, 'And rule <rule> ends the sign-in']
      return { title: `<user> ${title}: <purpose>`, steps, cells: { rule: verdict.rule } }
    }
  }
}

const failures = {
  blocked: { title: 'is blocked', end: 'the sign-in is blocked' },
  'cannot-sign-in': { title: 'cannot sign in', end: 'no credential can sign in' },
  refused: { title: 'is refused', end: 'the sign-in is refused' },
} as const

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

function splitCredentials(verdict: Extract<SessionVerdict, { kind: 'conflict' | 'several-credentials' }>): Stated {
  const rows = verdict.credentials.map(({ leg, credential }) => [spokenLeg(leg), spokenCredentials[credential]])
  const table = indented(alignedTable([['leg', 'credential'], ...rows]))
  return verdict.kind === 'conflict'
    ? {
        title: '<user> would need two credentials for one prompt to <purpose>',
        steps: ['Then one prompt would need these credentials:', ...table],
      }
    : {
        title: '<user> needs a credential for each leg to <purpose>',
        steps: ['Then the user needs each of these credentials:', ...table],
      }
}

const only = <Value>(values: readonly Value[]): Value | undefined =>
  new Set(values).size === 1 ? values[0] : undefined

/** Verifier, second factor and rule are asserted if they are the same on every required leg. */
function signsIn(legs: readonly Trace[]): Stated {
  const verdicts = legs.map(verdictOf).filter((verdict) => verdict.kind === 'signs-in')
  const credential = only(verdicts.map((verdict) => verdict.credential)) ?? 'none'
  const verifier = only(verdicts.map((verdict) => verdict.verifier))
  const factor = only(verdicts.map((verdict) => verdict.secondFactor))
  const rule = only(verdicts.map((verdict) => verdict.rule))
  return {
    title: '<user> signs in to <purpose>',
    steps: [
      'Then the required credential is the <credential>',
      ...(verifier === undefined ? [] : ['And the <credential> is verified by <verifier>']),
      ...(factor === undefined ? [] : ['And the second factor is <second factor>']),
      ...(rule === undefined ? [] : ['And rule <rule> decides the credential']),
    ],
    cells: {
      credential: spokenCredentials[credential],
      ...(verifier !== undefined && { verifier: spokenVerifiers[verifier] }),
      ...(factor !== undefined && { 'second factor': readable(factor) }),
      ...(rule !== undefined && { rule }),
    },
  }
}
