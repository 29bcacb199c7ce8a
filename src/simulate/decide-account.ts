import type { Decision } from '../rules/decide.ts'
import { rememberedBy } from '../rules/fact-key.ts'
import { questionFacts } from '../rules/question-facts.ts'
import type { Refusal, Step, Verdict } from '../trace/step.ts'
import type { Verifier } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type FactName, type Known, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import { ask, type Working } from './ask.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import type { Judged } from './judge-credential.ts'
import { judgeCredentials } from './judge-credentials.ts'
import { afterSignIn, blockVerdict, firstFactorFailure, noCredential, refusedWith } from './leg-verdicts.ts'
import type { LegPolicies } from './policies.ts'

/** What is decided about the account, its policies evaluated. */
export interface AccountDecisions {
  readonly demandSteps: readonly Step[]
  readonly blockSteps: readonly Step[]
  readonly credentialSteps: readonly Step[]
  readonly acceptanceSteps: readonly Step[]
  readonly serviceSteps: readonly Step[]
  readonly refused: readonly Refusal[]
  /** Who checks the credential that is asked for or presented. */
  readonly judged?: Judged
  readonly verdict: Verdict
}

/** Facts that are found on the way. */
const foundFacts = [
  'secondFactor',
  'appPassword',
  'credential',
  'verifier',
  'accountState',
  'idpAccess',
  'mfaSatisfied',
] as const satisfies readonly FactName[]

type FoundFact = (typeof foundFacts)[number]

const questions = [
  'second-factor',
  'policy-block',
  'app-password',
  'credential',
  'verifier',
  'account-state',
  'identity-provider-access',
  'acceptance',
  'mailbox-gate',
  'self-service',
  'second-factor-outcome',
  'second-factor-by',
] as const

/** All that these questions can read, and by what their answers are told; what they find out themselves is left out. */
const readFacts: readonly FactName[] = [
  ...new Set<FactName>([...questions.flatMap((name) => questionFacts[name]), 'service', 'homeRealm', 'issuer']),
].filter((name) => !foundFacts.some((found) => found === name))

/** Facts of which some may be blank. */
type Blank = { [F in FoundFact]: Known<F> | undefined }

interface Kept {
  readonly decisions: AccountDecisions
  readonly found: Blank
}

const remembered = rememberedBy<Kept>([...readFacts, 'mfaSatisfied'])

/** Leaves the facts as they were found; those that were not are blank again. */
function putBack(facts: LegFacts, found: Partial<Blank>): void {
  // A blank fact holds undefined, which the type of a fact that may be absent does not say.
  const blank = facts as Blank
  blank.secondFactor = found.secondFactor
  blank.appPassword = found.appPassword
  blank.credential = found.credential
  blank.verifier = found.verifier
  blank.accountState = found.accountState
  blank.idpAccess = found.idpAccess
  blank.mfaSatisfied = found.mfaSatisfied
}

function decideAnew(working: Working, policies: LegPolicies | undefined): AccountDecisions {
  const demandSteps: Step[] = []
  ask(working, 'second-factor', demandSteps, 'entra-id', 'secondFactor')
  const blockSteps: Step[] = []
  const block = ask(working, 'policy-block', blockSteps, 'entra-id')
  const credentialSteps: Step[] = []
  return { demandSteps, blockSteps, credentialSteps, ...findCredential(working, block, policies, credentialSteps) }
}

/** Whether nothing but the facts decides: no open answer lies behind, and nothing is presented. */
function factsDecide({ context, behind }: Working): boolean {
  if (context.request.presents !== undefined) return false
  for (const names of behind.values()) if (names.length > 0) return false
  return true
}

/** Decides about the account, once its policies are known. Legs with equal facts come to the same, which is kept. */
export function decideAccount(working: Working, policies: LegPolicies | undefined): AccountDecisions {
  if (!factsDecide(working)) return decideAnew(working, policies)
  const { facts } = working
  facts.mfaSatisfied = broughtAlong(working)
  const { decisions, found } = remembered(facts, () => {
    putBack(facts, {})
    const made = decideAnew(working, policies)
    const { secondFactor, appPassword, credential, verifier, accountState, idpAccess, mfaSatisfied: mfa } = facts
    const found = { secondFactor, appPassword, credential, verifier, accountState, idpAccess, mfaSatisfied: mfa }
    return { decisions: made, found }
  })
  // The policies that block are named, and which they are is no fact.
  if (decisions.verdict.kind === 'blocked' && policies !== undefined) {
    putBack(facts, {})
    return decideAnew(working, policies)
  }
  putBack(facts, found)
  return decisions
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

type Found = Pick<AccountDecisions, 'acceptanceSteps' | 'serviceSteps' | 'refused' | 'judged' | 'verdict'>

/** The credential that is asked for, or presented, and what becomes of it and of every other one. */
function findCredential(
  working: Working,
  block: Decision<'policy-block'>,
  policies: LegPolicies | undefined,
  credentialSteps: Step[],
): Found {
  const { context, facts, behind } = working
  const { presents, relyingParty } = context.request
  ask(working, 'app-password', credentialSteps, 'entra-id', 'appPassword')
  const wanted = ask(working, 'credential', credentialSteps, 'client')
  const { judged, steps: acceptanceSteps, refused } = judgeCredentials(context, facts, behind)
  const subject = presents ?? (wanted.answer === 'nothing' ? undefined : wanted.answer)
  const chosen = judged.find((one) => one.credential === subject)
  if (chosen !== undefined) settle(facts, chosen)
  const serviceSteps: Step[] = []
  const gate = ask(working, 'mailbox-gate', serviceSteps, relyingParty)
  const self = facts.selfService === 'no' ? undefined : ask(working, 'self-service', serviceSteps, relyingParty)
  const verdict =
    firstFactorFailure(chosen ?? sentInVain(wanted, judged), presents) ??
    blockVerdict(block, policies) ??
    (chosen === undefined ? noCredential(wanted) : chosenVerdict(working, chosen, credentialSteps))
  const found: Mutable<Found> = {
    acceptanceSteps,
    serviceSteps,
    refused: refusedBut(refused, signedInWith(verdict)),
    verdict: afterSignIn(verdict, gate, self),
  }
  if (chosen !== undefined) found.judged = chosen
  return found
}

/** Rules by which a password is of no use although it is right: it is sent, and checked, before MFA is demanded. */
const demandsAfterPassword: ReadonlySet<RuleId> = new Set<RuleId>(['CRED-10', 'CRED-12', 'CRED-13'])

/** The account password that a client sends although it cannot suffice. */
function sentInVain(wanted: Decision<'credential'>, judged: readonly Judged[]): Judged | undefined {
  if (wanted.answer !== 'nothing' || !demandsAfterPassword.has(wanted.rule)) return undefined
  return judged.find(({ credential }) => credential === 'account-password')
}

function refusedBut(refused: readonly Refusal[], passed: Credential | undefined): readonly Refusal[] {
  for (const { credential } of refused)
    if (credential === passed) return refused.filter((refusal) => refusal.credential !== passed)
  return refused
}

/** Leaves the facts as they are for the credential that the leg is about. */
function settle(facts: LegFacts, { credential, verifier }: Judged): void {
  facts.credential = credential
  facts.verifier = verifier ?? missing
}

function signedInWith(verdict: Verdict): Credential | undefined {
  return verdict.kind === 'signs-in' ? verdict.credential : undefined
}

/** A second factor passed before: what meets a policy counts as carried by the token. */
function broughtAlong({ context, facts }: Working): Known<'mfaSatisfied'> {
  return facts.policyDemandsMfa === 'met' ? 'claim' : mfaSatisfied(context)
}

function chosenVerdict(working: Working, chosen: Judged, credentialSteps: Step[]): Verdict {
  const { context, facts } = working
  if (chosen.missing !== undefined) return { kind: 'undetermined', missing: chosen.missing }
  if (chosen.refusal !== undefined) return refusedWith(chosen.refusal, chosen.stage, context.request.presents)
  facts.mfaSatisfied = broughtAlong(working)
  const outcome = ask(working, 'second-factor-outcome', credentialSteps, 'entra-id')
  if (outcome.missing !== undefined) return { kind: 'undetermined', missing: outcome.missing, rule: outcome.rule }
  const by =
    outcome.answer === 'asked' || outcome.answer === 'may-be-asked'
      ? ask(working, 'second-factor-by', credentialSteps, 'entra-id')
      : undefined
  const { credential } = chosen
  const verifier = chosen.verifier as Verifier
  const rule = decidingRule(credentialSteps, chosen)
  const verdict = { kind: 'signs-in', credential, verifier, secondFactor: outcome.answer, rule } as const
  // Who performs it may stay open: what the person does is the same, and the decision names the missing fact.
  return by?.answer === undefined || by.answer === 'nobody' ? verdict : { ...verdict, secondFactorBy: by.answer }
}

/** The rule that asked for this credential; where another one was presented, the rule that accepted it. */
function decidingRule(steps: readonly Step[], chosen: Judged): RuleId {
  for (const step of steps)
    if (step.kind === 'decision' && step.question === 'credential' && step.answer === chosen.credential)
      return step.rule
  return chosen.rule
}
