import type { GapKind } from '../../analysis/gaps/result.ts'
import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { ActorId, AuditTrail, Verifier, WorkloadName } from '../../vocabulary/actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from '../../vocabulary/credentials.ts'
import type { FactName } from '../../vocabulary/facts.ts'
import type { Combination } from '../../vocabulary/methods.ts'
import type { Owner } from '../../vocabulary/owners.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import type {
  ClientName,
  DeviceSignals,
  Instant,
  LegName,
  NetworkName,
  Purpose,
  UserName,
} from '../../vocabulary/requests.ts'
import type { Demands } from '../scenario/demands.ts'
import type { StepKeyword } from '../scenario/ledger.ts'
import type { VerdictKind } from '../scenario/names.ts'
import type { Rows } from '../scenario/rows.ts'
import type { StatedClaim, StatedProvable } from '../scenario/spoken-claim.ts'
import type { SignInWorld } from '../scenario/world.ts'

/** The value type of each step parameter. */
export interface ParameterValues {
  readonly string: string
  readonly int: number
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  readonly network: NetworkName
  readonly workload: WorkloadName
  readonly credential: Credential
  readonly verifier: Verifier
  readonly participant: ActorId
  readonly trail: AuditTrail
  readonly 'second factor': SecondFactor
  readonly 'second factor provider': SecondFactorBy
  readonly methods: Combination
  readonly owner: Owner
  readonly flow: Flow
  readonly leg: LegName
  readonly verdict: VerdictKind
  readonly question: Question
  readonly rule: RuleId
  readonly fact: FactName
  readonly policy: string
  readonly date: Instant
  readonly duration: number
  readonly gap: GapKind
  readonly 'plan finding': FindingKind
  readonly claim: StatedClaim
  readonly provable: StatedProvable
  /** A share from 0 to 1. */
  readonly percentage: number
  readonly credentials: readonly Credential[]
  /** Device signals; several if devices of several kinds are in that state. */
  readonly device: readonly DeviceSignals[]
  readonly demands: Demands
  /** By app id. */
  readonly application: string
}

/** The argument types of a pattern, derived from the pattern itself. */
export type ArgumentsOf<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? [Name extends keyof ParameterValues ? ParameterValues[Name] : never, ...ArgumentsOf<Rest>]
  : []

/** One sentence of the vocabulary: its pattern, description, example, and implementation. */
export interface StepDefinition {
  readonly keyword: StepKeyword
  readonly pattern: string
  /** What it sets up or asserts, as a phrase that completes "this step". */
  readonly says: string
  /** Lines of Gherkin including the keyword; tables and texts are indented below. */
  readonly example: string
  readonly block?: 'table' | 'text'
  /** The patterns of the steps whose fact this one negates. */
  readonly negates?: string | readonly string[]
  /** The number of arguments of `run` after the world. */
  readonly arity: number
  readonly run: (world: SignInWorld, args: readonly unknown[]) => void
  /** What has to be read before the step can run at once; only a runner that waits for it can run the step. */
  readonly prepare?: (world: SignInWorld, args: readonly unknown[]) => Promise<void>
}

interface Words {
  readonly says: string
  readonly example: string
  readonly negates?: string | readonly string[]
}

const parameters = (pattern: string): number => pattern.match(/\{[^}]*\}/g)?.length ?? 0

/** Declares a step without a table or text block. */
export function step<const Pattern extends string>(
  keyword: StepKeyword,
  pattern: Pattern,
  words: Words,
  run: (world: SignInWorld, ...args: ArgumentsOf<Pattern>) => void,
): StepDefinition {
  return {
    keyword,
    pattern,
    ...words,
    arity: parameters(pattern),
    // The runner passes the values that the parameter types of this pattern produced; types cannot express this.
    run: (world, args) => run(world, ...(args as ArgumentsOf<Pattern>)),
  }
}

/** Declares an assertion whose data has to be read first, by something that cannot be waited for within a step. */
export function preparedStep(
  pattern: string,
  words: Words,
  parts: Required<Pick<StepDefinition, 'prepare' | 'run'>>,
): StepDefinition {
  return { keyword: 'Then', pattern, ...words, arity: parameters(pattern), ...parts }
}

/** Declares a step that also takes a table. */
export function tableStep<const Pattern extends string>(
  keyword: StepKeyword,
  pattern: Pattern,
  words: Words,
  run: (world: SignInWorld, ...args: [...ArgumentsOf<Pattern>, Rows]) => void,
): StepDefinition {
  return {
    keyword,
    pattern,
    ...words,
    block: 'table',
    arity: parameters(pattern) + 1,
    // As in `step`; registration converts the table to rows.
    run: (world, args) => run(world, ...(args as [...ArgumentsOf<Pattern>, Rows])),
  }
}

/** Declares a step that also takes a text block. */
export function textStep<const Pattern extends string>(
  keyword: StepKeyword,
  pattern: Pattern,
  words: Words,
  run: (world: SignInWorld, ...args: [...ArgumentsOf<Pattern>, string]) => void,
): StepDefinition {
  return {
    keyword,
    pattern,
    ...words,
    block: 'text',
    arity: parameters(pattern) + 1,
    // As in `step`.
    run: (world, args) => run(world, ...(args as [...ArgumentsOf<Pattern>, string])),
  }
}

/** The deprecated wording of a step, which still works and names the current one. */
export function formerly(
  pattern: string,
  current: StepDefinition,
  words: Pick<Words, 'example' | 'negates'>,
): StepDefinition {
  return { ...current, pattern, ...words, says: `deprecated: write \`${current.pattern}\` instead` }
}
