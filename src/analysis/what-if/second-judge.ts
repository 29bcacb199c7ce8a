import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../../source/document/located-document.ts'
import {
  type ConditionName,
  type ConditionResult,
  conditionNames,
  type PolicyOutcome,
} from '../../vocabulary/policies.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { WhatIfJudge } from './judge.ts'
import { type AnsweredPolicy, readSavedAnswer } from './saved-answer.ts'
import { decideWhatIf, questionTo } from './what-if.ts'

/** A request, and the answer that a tenant gave to it; without one the tenant was not asked. */
export interface SavedPair {
  readonly file: string
  readonly request: LocatedDocument
  readonly answer?: LocatedDocument
}

/** Whether a policy applies, and if not, why. */
export interface PolicyStatus {
  readonly applies: boolean
  readonly reasons: readonly string[]
}

/** One policy of one answer that the model reads otherwise. */
export interface AnswerDisagreement {
  readonly file: string
  readonly policy: PolicyName
  readonly authplan: PolicyStatus
  readonly tenant: PolicyStatus
  /** The condition that decides in the model, or that the tenant names and the model finds met. */
  readonly condition?: ConditionName
  readonly finding?: ConditionResult
}

/** A policy that only one side has, in so many answers. */
export interface OneSided {
  readonly policy: PolicyName
  readonly side: 'authplan' | 'tenant'
  readonly answers: number
}

/** How saved answers of a tenant compare with the model. */
export interface SecondJudgement {
  readonly requests: number
  readonly notAnswered: readonly string[]
  /** Policies of answers that were compared. */
  readonly compared: number
  readonly agree: number
  readonly disagreements: readonly AnswerDisagreement[]
  /** Policies of which the model does not say whether they apply. */
  readonly undetermined: readonly {
    readonly file: string
    readonly policy: PolicyName
    readonly missing: readonly string[]
  }[]
  readonly oneSided: readonly OneSided[]
  /** Reasons of answers that no table has. */
  readonly unknownWords: readonly { readonly word: string; readonly count: number }[]
}

/** Reasons that name no condition and say nothing that the model could contradict. */
const withoutClaim: ReadonlySet<string> = new Set([
  ...['notEnoughInformation', 'invalidCondition', 'invalidPolicy', 'unknownFutureValue'],
  ...['agentIdRisk', 'agentIdentities'],
])
/** Reasons that are about the policy as a whole. */
const ofPolicy: ReadonlySet<string> = new Set(['emptyPolicy', 'policyNotEnabled'])

const conditionOf = (word: string): ConditionName | undefined =>
  conditionNames.find((name) => name === word && name !== 'notUnderstood')

/** A reason of the tenant that the model contradicts: it finds that condition met, or knows none. */
function contradicted({ conditions, reasons }: PolicyOutcome, words: readonly string[]): string | undefined {
  return words.find((word) => {
    if (reasons.includes(word) || withoutClaim.has(word)) return false
    if (ofPolicy.has(word)) return true
    const condition = conditionOf(word)
    if (condition === undefined) return false
    const found = [conditions[condition], word === 'workloadIdentities' ? conditions.servicePrincipalRisk : undefined]
    return !found.some((finding) => finding === 'miss' || finding === 'may')
  })
}

interface Tally {
  readonly disagreements: AnswerDisagreement[]
  readonly undetermined: { file: string; policy: PolicyName; missing: readonly string[] }[]
  readonly oneSided: Map<string, OneSided>
  readonly unknown: Map<string, number>
  compared: number
  agree: number
}

function decidingIn(outcome: PolicyOutcome, word: string | undefined): Partial<AnswerDisagreement> {
  const missed = conditionNames.find((name) => outcome.conditions[name] === 'miss')
  const condition = word === undefined ? missed : (conditionOf(word) ?? missed)
  if (condition === undefined) return {}
  return { condition, finding: outcome.conditions[condition] ?? 'not-configured' }
}

function compareOne(tally: Tally, file: string, outcome: PolicyOutcome, theirs: PolicyStatus): void {
  const { policy, effect, reasons, missing = [] } = outcome
  for (const word of theirs.reasons)
    if (conditionOf(word) === undefined && !withoutClaim.has(word) && !ofPolicy.has(word))
      tally.unknown.set(word, (tally.unknown.get(word) ?? 0) + 1)
  tally.compared += 1
  if (effect === 'signal-dependent') {
    tally.undetermined.push({ file, policy, missing })
    return
  }
  const applies = effect === 'applies' || effect === 'report-only'
  const word = theirs.applies ? undefined : contradicted(outcome, theirs.reasons)
  if (applies === theirs.applies && word === undefined) {
    tally.agree += 1
    return
  }
  tally.disagreements.push({
    file,
    policy,
    authplan: { applies, reasons: reasons.filter((reason) => reason !== 'notSet') },
    tenant: { applies: theirs.applies, reasons: theirs.reasons },
    ...decidingIn(outcome, word),
  })
}

function count(tally: Tally, policy: PolicyName, side: OneSided['side']): void {
  const key = `${side} ${policy}`
  tally.oneSided.set(key, { policy, side, answers: (tally.oneSided.get(key)?.answers ?? 0) + 1 })
}

/** The outcome of the same policy: by id, otherwise by name. */
function takeSame(outcomes: PolicyOutcome[], { id, name }: AnsweredPolicy): PolicyOutcome | undefined {
  const byId = id === undefined ? -1 : outcomes.findIndex((one) => one.id?.toLowerCase() === id.toLowerCase())
  const at = byId >= 0 ? byId : outcomes.findIndex(({ policy }) => policy === name)
  return at < 0 ? undefined : outcomes.splice(at, 1)[0]
}

function compareAnswer(
  tally: Tally,
  file: string,
  outcomes: readonly PolicyOutcome[],
  answer: readonly AnsweredPolicy[],
  appliedOnly: boolean,
): void {
  const left = [...outcomes]
  for (const theirs of answer) {
    const outcome = takeSame(left, theirs)
    if (outcome === undefined) count(tally, theirs.name, 'tenant')
    else compareOne(tally, file, outcome, theirs)
  }
  for (const outcome of left) {
    if (appliedOnly) compareOne(tally, file, outcome, { applies: false, reasons: [] })
    else count(tally, outcome.policy, 'authplan')
  }
}

/** Compares the saved answers of a tenant, policy by policy, with what the model says to the same requests. */
export function compareAnswers(judge: WhatIfJudge, pairs: readonly SavedPair[]): Loaded<SecondJudgement> {
  const [oneSided, unknown] = [new Map<string, OneSided>(), new Map<string, number>()]
  const tally: Tally = { disagreements: [], undetermined: [], oneSided, unknown, compared: 0, agree: 0 }
  for (const { file, request, answer } of pairs) {
    const question = questionTo(judge, request)
    if (!question.ok) return question
    const decided = decideWhatIf(question.value)
    if (!decided.ok) return decided
    if (answer === undefined) continue
    const read = readSavedAnswer(answer)
    if (!read.ok) return read
    const { appliedPoliciesOnly } = question.value.request
    compareAnswer(tally, file, decided.value.evaluation.outcomes(), read.value, appliedPoliciesOnly)
  }
  const { compared, agree, disagreements, undetermined } = tally
  return {
    ok: true,
    value: {
      requests: pairs.length,
      notAnswered: pairs.flatMap(({ file, answer }) => (answer === undefined ? [file] : [])),
      ...{ compared, agree, disagreements, undetermined },
      oneSided: [...oneSided.values()],
      unknownWords: [...unknown].map(([word, count]) => ({ word, count })),
    },
    warnings: [],
  }
}
