import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { DimensionName, OpenCut } from '../atom.ts'
import type { BoxPart, SignInWords } from '../box-parts.ts'
import type { ReplayRequest } from '../replay-request.ts'

/** A sign-in that decides a claim, and others like it. */
export interface Witness {
  readonly words: SignInWords
  /** The sign-ins of which the same is true; none for all that there are. */
  readonly parts: readonly BoxPart[]
  readonly decided: Pick<CombinedDecision, 'decision' | 'required' | 'session' | 'policies' | 'missing'>
  /** The question to `what-if` that shows it. */
  readonly request: ReplayRequest
}

/** How a claim ended. `about-nobody`: there is no sign-in that it could speak of. */
export type ProofAnswer = 'proved' | 'refuted' | 'open' | 'about-nobody'

/** A claim that was judged over every possible sign-in. */
export interface Proof {
  readonly claim: string
  readonly answer: ProofAnswer
  /** How many values each dimension was cut into. */
  readonly atoms: Readonly<Partial<Record<DimensionName, number>>>
  /** How many policies are in force, and those that the answer rests on. */
  readonly policies: number
  readonly restsOn: readonly PolicyName[]
  /** The sign-in that refutes it, leaves it open, or shows what it says. */
  readonly witness?: Witness
  /** What could not be cut or searched exactly, or is not known: nothing is proved of it. */
  readonly open: readonly OpenCut[]
  readonly missing: readonly string[]
}
