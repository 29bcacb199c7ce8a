import type { SessionVerdict, Verdict } from '../../trace/step.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { PolicyName, Signals, UserName } from '../../vocabulary/requests.ts'
import type { DimensionName, InexactPart } from '../atom.ts'
import type { BoxPart, SignInWords } from '../box-parts.ts'
import type { ReplayRequest } from '../replay-request.ts'

/** A sign-in that decides a claim, and the equivalent ones. */
export interface Witness {
  readonly words: SignInWords
  /** The sign-ins with the same result; empty for the whole space. */
  readonly parts: readonly BoxPart[]
  readonly decided: Pick<CombinedDecision, 'decision' | 'required' | 'session' | 'policies' | 'missing'>
  /** The `what-if` request that reproduces it. */
  readonly request: ReplayRequest
}

/** A declared sign-in that decides a claim about whole sessions, with what it brings. */
export interface SessionWitness {
  readonly user: UserName
  readonly client: string
  readonly purpose: string
  readonly network: string
  readonly application?: string
  readonly signals: Signals
  readonly verdict: SessionVerdict
  /** The leg that shows it. */
  readonly leg?: { readonly leg: string; readonly verdict: Verdict }
}

/** The result of a claim. `about-nobody`: no sign-in matches what the claim is about. */
export type ProofAnswer = 'proved' | 'refuted' | 'open' | 'about-nobody'

/** A claim evaluated over every possible sign-in. */
export interface Proof {
  readonly claim: string
  readonly answer: ProofAnswer
  /** The number of atoms of each dimension. */
  readonly atoms: Readonly<Partial<Record<DimensionName, number>>>
  /** The number of enforced policies, and the names of those that the result depends on. */
  readonly policies: number
  readonly restsOn: readonly PolicyName[]
  /** The sign-in that refutes the claim, leaves it open, or demonstrates it. */
  readonly witness?: Witness
  /** The same where policies alone do not decide the claim: how many outcomes of declared sign-ins it covers, and one. */
  readonly sessions?: number
  readonly session?: SessionWitness
  /** What is unknown, or could not be partitioned or searched exactly; the proof does not cover it. */
  readonly open: readonly InexactPart[]
  readonly missing: readonly string[]
}
