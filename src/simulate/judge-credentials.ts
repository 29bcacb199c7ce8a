import { cacheByNumbers } from '../memory/cache-by-numbers.ts'
import { declareCache } from '../memory/declared-cache.ts'
import { factKeys } from '../rules/fact-key.ts'
import { questionFacts } from '../rules/question-facts.ts'
import { credentials } from '../vocabulary/credentials.ts'
import type { FactName, LegFacts } from '../vocabulary/facts.ts'
import { type FoundByJudging, type Judged, judgeCredential, namesBehind } from './judge-credential.ts'
import type { LegContext } from './leg-context.ts'

/** What happens to every credential of the alphabet. */
export interface AllJudged {
  readonly judged: readonly Judged[]
  /** What judging the last one found out. */
  readonly last: FoundByJudging
}

/** Facts that judging finds out itself. */
const found = new Set<FactName>(['credential', 'verifier', 'accountState', 'idpAccess'])

/** All that a judgment reads: the facts of its questions, and those by which its steps are placed. */
const readFacts: readonly FactName[] = [
  ...new Set<FactName>([
    ...questionFacts.verifier,
    ...questionFacts['account-state'],
    ...questionFacts['identity-provider-access'],
    ...questionFacts.acceptance,
    'service',
    'protocolKind',
    'appPasswordCount',
  ]),
].filter((name) => !found.has(name))

const cache = declareCache('judged credentials', readFacts)
// Invariant: judging reads the facts of the key alone; what is behind open answers is named afterwards.
const judgments = cacheByNumbers<LegFacts, AllJudged>(cache, factKeys(readFacts, cache))

function judgeUncached(
  context: LegContext,
  facts: LegFacts,
  behind: ReadonlyMap<string, readonly string[]>,
): AllJudged {
  const judged = credentials.map((credential) => judgeCredential(context, facts, credential, behind))
  const last = judged.at(-1)
  if (last === undefined) throw new Error('there are no credentials')
  return { judged, last: last.found }
}

/** Whether no open answer lies behind the facts, whose missing facts a decision would name. */
export function isPlain(behind: ReadonlyMap<string, readonly string[]>): boolean {
  for (const names of behind.values()) if (names.length > 0) return false
  return true
}

/** A judgment whose missing facts are those behind earlier answers that are open. */
function namedBehind(judged: Judged, behind: ReadonlyMap<string, readonly string[]>): Judged {
  const { missing, presentedNow } = judged
  if (missing === undefined && presentedNow === undefined) return judged
  return {
    ...judged,
    ...(missing && { missing: namesBehind(missing, behind) }),
    ...(presentedNow && { presentedNow: namedBehind(presentedNow, behind) }),
  }
}

/**
 * Judges every credential, whether or not one is presented. Legs with equal facts have equal judgments, so each
 * combination is judged once; the missing facts behind earlier answers that are open are named afterwards.
 */
export function judgeCredentials(
  context: LegContext,
  facts: LegFacts,
  behind: ReadonlyMap<string, readonly string[]>,
): AllJudged {
  const all = judgments(facts, () => judgeUncached(context, facts, new Map()))
  return isPlain(behind) ? all : { ...all, judged: all.judged.map((judged) => namedBehind(judged, behind)) }
}
