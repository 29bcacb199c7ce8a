import { type FactKey, factKey, factMemory, remember } from '../rules/fact-key.ts'
import { questionFacts } from '../rules/question-facts.ts'
import type { Step } from '../trace/step.ts'
import { credentials } from '../vocabulary/credentials.ts'
import type { FactName, LegFacts } from '../vocabulary/facts.ts'
import { type Judged, judgeCredential } from './judge-credential.ts'
import type { LegContext } from './leg-context.ts'

/** What would become of every credential of the alphabet. */
export interface AllJudged {
  readonly judged: readonly Judged[]
  readonly steps: readonly Step[]
  /** The facts as the last judgement leaves them. */
  readonly left: Pick<LegFacts, 'credential' | 'verifier' | 'accountState' | 'idpAccess'>
}

/** Facts that judging finds out itself. */
const found = new Set<FactName>(['credential', 'verifier', 'accountState', 'idpAccess'])

/** All that a judgement can read: the facts of its questions, and those by which it is told. */
const readFacts: readonly FactName[] = [
  ...new Set<FactName>([
    ...questionFacts.verifier,
    ...questionFacts['account-state'],
    ...questionFacts['identity-provider-access'],
    ...questionFacts.acceptance,
    'service',
    'homeRealm',
    'issuer',
    'appPasswordCount',
  ]),
].filter((name) => !found.has(name))

const keyOf: FactKey | undefined = factKey(readFacts)
const memory = factMemory<AllJudged>()

function judgeAnew(context: LegContext, facts: LegFacts, behind: ReadonlyMap<string, readonly string[]>): AllJudged {
  const judged = credentials.map((credential) => judgeCredential(context, facts, credential, behind))
  const { credential, verifier, accountState, idpAccess } = facts
  const left: AllJudged['left'] = {}
  Object.assign(left, { credential, verifier, accountState, idpAccess })
  return { judged, steps: judged.flatMap((one) => one.steps), left }
}

function isPlain(behind: ReadonlyMap<string, readonly string[]>): boolean {
  for (const names of behind.values()) if (names.length > 0) return false
  return true
}

/**
 * Judges every credential, whether or not one is presented. Legs with equal facts have equal judgements, so each
 * combination is judged once; where earlier answers are undetermined it is not cached, since their missing facts are named.
 */
export function judgeCredentials(
  context: LegContext,
  facts: LegFacts,
  behind: ReadonlyMap<string, readonly string[]>,
): AllJudged {
  // Invariant: what is cached depends on the facts of the key alone.
  const key = isPlain(behind) ? keyOf?.(facts) : undefined
  if (key === undefined) return judgeAnew(context, facts, behind)
  const known = memory.get(key) ?? remember(memory, key, judgeAnew(context, facts, behind))
  const { credential, verifier, accountState, idpAccess } = known.left
  if (credential !== undefined) facts.credential = credential
  if (verifier !== undefined) facts.verifier = verifier
  if (accountState !== undefined) facts.accountState = accountState
  if (idpAccess !== undefined) facts.idpAccess = idpAccess
  return known
}
