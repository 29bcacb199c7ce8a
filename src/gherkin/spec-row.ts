import type { Trace } from '../trace/step.ts'
import { sessionVerdict, verdictOf } from '../trace/verdict.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { alignedTable } from './aligned-table.ts'
import { requiredCredential, requiredLegs } from './required-legs.ts'
import { spokenCredentials, spokenLeg, spokenVerifiers } from './spoken.ts'
import { readable } from './words.ts'

/** What a spec states of one sign-in: sentences with places for cells, and the cells. */
export interface SpecRow {
  readonly request: ClientRequest
  /** Rows of one shape share an outline. */
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

/** What the verdict of a session lets a spec assert. */
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
    case 'several-credentials': {
      const step = verdict.kind === 'conflict' ? 'one prompt would need' : 'the user needs each of'
      const rows = verdict.credentials.map(({ leg, credential }) => [spokenLeg(leg), spokenCredentials[credential]])
      const table = alignedTable([['leg', 'credential'], ...rows]).map((line) => `  ${line}`)
      const title =
        verdict.kind === 'conflict'
          ? 'the <user> would need two credentials for one prompt to <purpose>'
          : 'the <user> needs a credential for each leg to <purpose>'
      return { title, steps: [`Then ${step} these credentials:`, ...table] }
    }
    case 'undetermined':
      return {
        title: 'undetermined whether the <user> can <purpose>',
        steps: [
          'Then the sign-in is undetermined without:',
          ...alignedTable(verdict.missing.map((fact) => [fact])).map((line) => `  ${line}`),
        ],
      }
    case 'signs-in':
      // A required leg that takes nothing typed beside others: the legs are stated one by one.
      return { title: 'the <user> signs in to <purpose>', steps: ['Then the sign-in succeeds'] }
    default: {
      const end = {
        blocked: 'the sign-in is blocked',
        'cannot-sign-in': 'no credential opens the sign-in',
        refused: 'the sign-in is refused',
      }
      const titles = {
        blocked: 'the <user> is blocked: <purpose>',
        'cannot-sign-in': 'the <user> has no way in: <purpose>',
        refused: 'the <user> is refused: <purpose>',
      }
      return {
        title: titles[verdict.kind],
        steps: [`Then ${end[verdict.kind]}`, 'And rule <rule> ends the sign-in'],
        cells: { rule: verdict.rule },
      }
    }
  }
}

const only = <Value>(values: readonly Value[]): Value | undefined =>
  new Set(values).size === 1 ? values[0] : undefined

/** Verifier, second factor and rule are stated where every required leg agrees on them. */
function signsIn(legs: readonly Trace[]): Stated {
  const verdicts = legs.map(verdictOf).filter((verdict) => verdict.kind === 'signs-in')
  const credential = only(verdicts.map((verdict) => verdict.credential)) ?? 'none'
  const verifier = only(verdicts.map((verdict) => verdict.verifier))
  const factor = only(verdicts.map((verdict) => verdict.secondFactor))
  const rule = only(verdicts.map((verdict) => verdict.rule))
  return {
    title: 'the <user> signs in to <purpose>',
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
