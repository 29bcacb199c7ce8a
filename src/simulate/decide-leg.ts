import type { Step, Verdict } from '../trace/step.ts'
import type { Issuer } from '../vocabulary/actors.ts'
import { type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { ClientAppType } from '../vocabulary/policies.ts'
import { ask, type Working } from './ask.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import type { OtherCredentials } from './credential-endings.ts'
import { decideAccount, type FoundFacts } from './decide-account.ts'
import type { Judged } from './judge-credential.ts'
import type { LegContext } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { openUnderStrength } from './methods/strength-here.ts'
import { openOfMethods } from './methods/usable-methods.ts'
import type { NegotiatedFlow } from './negotiate.ts'
import { type LegPolicies, legPolicies, policyQuestions, policySteps as stepsOfPolicies } from './policies.ts'
import { registrationWithoutPolicies } from './registration.ts'
import { stepUpOf } from './step-up.ts'
import { withStatedMethods } from './with-stated-methods.ts'

/** Everything decided on a leg, before it is rendered as a sequence of messages. */
export interface LegDecisions {
  readonly facts: LegFacts
  readonly negotiated: NegotiatedFlow
  readonly issuer?: Issuer
  readonly clientAppType?: ClientAppType
  readonly policies?: LegPolicies
  readonly identitySteps: readonly Step[]
  /** What the policies and the questions about them say, as steps; made when it is narrated. */
  readonly policySteps: () => readonly Step[]
  /** The same without what each policy says by itself. */
  readonly demandSteps: () => readonly Step[]
  readonly credentialSteps: readonly Step[]
  readonly acceptanceSteps: readonly Step[]
  readonly serviceSteps: readonly Step[]
  readonly others: OtherCredentials
  /** Who checks the credential that is asked for or presented. */
  readonly judged?: Judged
  readonly verdict: Verdict
}

/** Decides one leg: the questions in protocol order, each answered by the first rule that applies. */
export function decideLeg(path: LegPath, context: LegContext, facts: LegFacts): LegDecisions {
  const { negotiated } = path
  const none = {
    identitySteps: [],
    policySteps: () => [],
    demandSteps: () => [],
    credentialSteps: [],
    acceptanceSteps: [],
    serviceSteps: [],
    others: { refused: [], accepted: [], undetermined: [] },
  }
  if (path.withoutFlow !== undefined) return { facts, negotiated, ...none, verdict: path.withoutFlow }
  const working: Working = { context, facts, behind: openFromTheStart(facts) }
  return withAccount(working, path, identify(working))
}

/** What is open about the account: which method is presented instead of the password is a signal of the sign-in. */
const openFromTheStart = ({ cloudMethod }: LegFacts): Map<string, readonly string[]> =>
  new Map(cloudMethod === missing ? [['cloudMethod', ['methods']]] : [])

/** Who issues the token, and where the user is sent to. */
function identify(working: Working): readonly Step[] {
  const identitySteps: Step[] = []
  ask(working, 'issuer', identitySteps, working.context.request.relyingParty, 'issuer')
  ask(working, 'home-realm', identitySteps, 'entra-id', 'homeRealm')
  return identitySteps
}

/** Every sign-in about which this leg may ask the policies; none if they do not bind. */
export function questionsOfLeg(path: LegPath, context: LegContext, facts: LegFacts): readonly PolicySignIn[] {
  if (path.withoutFlow !== undefined) return []
  identify({ context, facts, behind: new Map() })
  return facts.issuer === 'entra-id' ? policyQuestions(context, facts, path) : []
}

/** What the policies say about this leg; undefined if they do not bind. */
export function policiesOfLeg(path: LegPath, context: LegContext, facts: LegFacts): LegPolicies | undefined {
  if (path.withoutFlow !== undefined) return undefined
  identify({ context, facts, behind: new Map() })
  return facts.issuer === 'entra-id' ? legPolicies(context, facts, path) : undefined
}

/** Policies bind where Microsoft Entra ID issues the token; what they say comes before what is decided of the account. */
function withAccount(working: Working, path: LegPath, identitySteps: readonly Step[]): LegDecisions {
  const { context, facts } = working
  const types = facts.issuer === 'entra-id' ? path.clientAppTypes : []
  const policies = facts.issuer === 'entra-id' ? legPolicies(context, facts, path) : undefined
  addPolicyFacts(working, policies)
  const account = withStatedMethods(working, decideAccount(working, policies))
  const { demandSteps, blockSteps, credentialSteps, acceptanceSteps, serviceSteps, others, verdict } = account
  addFound(facts, account.found)
  const withoutSingle = (): readonly Step[] => [...demandSteps, ...blockSteps]
  const policySteps = (): readonly Step[] =>
    policies === undefined
      ? withoutSingle()
      : [...demandSteps, ...stepsOfPolicies(policies, context, facts), ...blockSteps]
  const decisions: Mutable<LegDecisions> = {
    facts,
    negotiated: path.negotiated,
    identitySteps,
    policySteps,
    demandSteps: withoutSingle,
    credentialSteps,
    acceptanceSteps,
    serviceSteps,
    others,
    verdict,
  }
  if (account.judged !== undefined) decisions.judged = account.judged
  if (facts.issuer !== undefined && facts.issuer !== missing) decisions.issuer = facts.issuer
  if (types.length === 1 && types[0] !== undefined) decisions.clientAppType = types[0]
  if (policies !== undefined) decisions.policies = policies
  return decisions
}

/** Writes down what deciding about the account found: the one place that does. */
function addFound(facts: LegFacts, found: FoundFacts): void {
  facts.secondFactor = found.secondFactor
  facts.appPassword = found.appPassword
  facts.credential = found.credential
  facts.verifier = found.verifier
  facts.accountState = found.accountState
  facts.idpAccess = found.idpAccess
  if (found.mfaSatisfied !== undefined) facts.mfaSatisfied = found.mfaSatisfied
}

function addPolicyFacts({ context, facts, behind }: Working, policies: LegPolicies | undefined): void {
  const { registration } = policies ?? {}
  // That a method is registered is known here; open is whether it can be used.
  if (facts.mfaRegistered === missing && context.user.mfaRegistered === true)
    behind.set('mfaRegistered', openOfMethods(context))
  if (facts.mfaRegistered === 'yes' && policies?.beyond === true) facts.mfaRegistered = 'outside-strength'
  const usual = facts.mfaRegistered === 'yes' ? 'possible' : registrationWithoutPolicies(context)
  facts.registration = registration?.state ?? usual
  if (registration !== undefined) behind.set('registration', registration.open)
  facts.stepUp = policies === undefined ? 'possible' : stepUpOf(context, policies.outcomes)
  facts.policyDecision = policies?.decision ?? 'allow'
  facts.policyDemandsMfa = policies?.demandsMfa ?? 'no'
  if (policies === undefined) return
  behind.set('policyDecision', policies.open)
  behind.set('policyDemandsMfa', policies.open)
  addStrengthHere({ context, facts, behind }, policies)
}

/** A strength that admits a method of the user is not met where it is open whether that can be presented. */
function addStrengthHere({ context, facts, behind }: Working, { combined }: LegPolicies): void {
  const { mfaRegistered, policyDemandsMfa, policyDecision } = facts
  if (policyDecision !== 'controls-required') return
  if (policyDemandsMfa === 'yes' ? mfaRegistered !== 'yes' : policyDemandsMfa !== 'no') return
  const open = openUnderStrength(context, facts, combined)
  if (open.length === 0) return
  const fact = policyDemandsMfa === 'yes' ? 'mfaRegistered' : 'policyDecision'
  facts[fact] = missing
  behind.set(fact, open)
}
