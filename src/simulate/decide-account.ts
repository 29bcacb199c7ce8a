import { cacheByNumbers } from '../memory/cache-by-numbers.ts'
import { declareCache, shown } from '../memory/declared-cache.ts'
import type { Decision } from '../rules/decide.ts'
import { factKeys } from '../rules/fact-key.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import { questionFacts } from '../rules/question-facts.ts'
import type { Step, Verdict } from '../trace/step.ts'
import type { Verifier } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import { ask, type Working } from './ask.ts'
import {
  carriedMfa,
  endingsOf,
  endingWith,
  type LegHurdles,
  type OtherCredentials,
  othersThan,
} from './credential-endings.ts'
import { fitsConversation, type Judged } from './judge-credential.ts'
import { isPlain, judgeCredentials } from './judge-credentials.ts'
import { asRequired, blockVerdict, firstFactorFailure, namingPolicies, noCredential } from './leg-verdicts.ts'
import type { LegPolicies } from './policies.ts'

/** What is decided about the account, its policies evaluated. */
export interface AccountDecisions {
  readonly demandSteps: readonly Step[]
  readonly blockSteps: readonly Step[]
  readonly credentialSteps: readonly Step[]
  readonly acceptanceSteps: readonly Step[]
  readonly serviceSteps: readonly Step[]
  readonly others: OtherCredentials
  /** Who checks the credential that is asked for or presented. */
  readonly judged?: Judged
  readonly verdict: Verdict
  readonly found: FoundFacts
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

/** What deciding about an account finds out. */
export type FoundFacts = Readonly<
  Required<Pick<LegFacts, Exclude<(typeof foundFacts)[number], 'mfaSatisfied'>>> & Pick<LegFacts, 'mfaSatisfied'>
>

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

/** All that these questions can read, by which their answers are told as well; what they find out themselves is left out. */
const readFacts: readonly FactName[] = [...new Set<FactName>(questions.flatMap((name) => questionFacts[name]))].filter(
  (name) => !foundFacts.some((found) => found === name),
)

interface AccountKey {
  readonly facts: LegFacts
  readonly carried: LegFacts['mfaSatisfied']
}

const cache = declareCache('decisions about an account', [...readFacts, 'mfaSatisfied'])
const carriedValues: readonly (string | undefined)[] = factDomains.mfaSatisfied
const carriedKey = ({ carried }: AccountKey): number => shown(cache, 'mfaSatisfied', carriedValues.indexOf(carried), 0)
// Invariant: where no earlier answer is open and nothing is presented, deciding reads the facts of the key alone; of
// the policies it reads those facts too, and their names, which are put in afterwards.
const decided = cacheByNumbers<AccountKey, AccountDecisions>(cache, [
  carriedKey,
  ...factKeys(readFacts, cache).map(
    (key) =>
      ({ facts }: AccountKey) =>
        key(facts),
  ),
])

function decideUncached(
  { context, facts: known, behind }: Working,
  policies: LegPolicies | undefined,
): AccountDecisions {
  const facts = copyOfFacts(known)
  const working: Working = { context, facts, behind: new Map(behind) }
  const demandSteps: Step[] = []
  ask(working, 'second-factor', demandSteps, 'entra-id', 'secondFactor')
  const blockSteps: Step[] = []
  const block = ask(working, 'policy-block', blockSteps, 'entra-id')
  const credentialSteps: Step[] = []
  ask(working, 'app-password', credentialSteps, 'entra-id', 'appPassword')
  return { demandSteps, blockSteps, credentialSteps, ...findCredential(working, block, policies, credentialSteps) }
}

/**
 * Decides about the account, once its policies are known. Legs with equal facts have equal decisions, so each combination
 * is decided once. The facts that are found are returned; those of the leg stay as they are.
 */
export function decideAccount(working: Working, policies: LegPolicies | undefined): AccountDecisions {
  const { context, facts, behind } = working
  const barred = policies?.registration !== undefined && policies.registration.policies.length > 0
  if (context.request.presents !== undefined || barred || !isPlain(behind)) return decideUncached(working, policies)
  const key: AccountKey = { facts, carried: carriedMfa(working) }
  const decisions = decided(key, () => decideUncached(working, policies))
  const verdict = namingPolicies(decisions.verdict, policies)
  return verdict === decisions.verdict ? decisions : { ...decisions, verdict }
}

/** Whether the switches of a mailbox, or a session host, can matter on this leg: other services ask nobody about them. */
function hasGate({ service, hostSession }: LegFacts): boolean {
  return service === 'exchange-online' || service === 'exchange-server' || hostSession === 'denied'
}

type Found = Pick<AccountDecisions, 'acceptanceSteps' | 'serviceSteps' | 'others' | 'judged' | 'verdict' | 'found'>

/** The credential that is asked for, or presented, and how the leg ends with it and every other one; the facts are its own. */
function findCredential(
  working: Working,
  block: Decision<'policy-block'>,
  policies: LegPolicies | undefined,
  credentialSteps: Step[],
): Found {
  const { context, facts, behind } = working
  const { presents, relyingParty } = context.request
  const wanted = ask(working, 'credential', credentialSteps, 'client')
  const { judged, last } = judgeCredentials(context, facts, behind)
  Object.assign(facts, last)
  const serviceSteps: Step[] = []
  const gate = hasGate(facts) ? ask(working, 'mailbox-gate', serviceSteps, relyingParty) : undefined
  const self = facts.selfService === 'no' ? undefined : ask(working, 'self-service', serviceSteps, relyingParty)
  const hurdles: LegHurdles = { wanted, block, policies, gate, self }
  const endings = endingsOf(working, judged, hurdles)
  const chosen = presents === undefined ? required(judged, endings, wanted) : presented(judged, presents)
  const sentAnyway = chosen === undefined ? passwordSentAnyway(wanted, judged) : undefined
  const ending = chosen === undefined ? undefined : endingWith(working, chosen, hurdles, credentialSteps)
  const ended = ending?.verdict ?? withNothing(facts, hurdles, sentAnyway)
  const verdict = presents === undefined ? asRequired(ended, chosen ?? sentAnyway) : ended
  const { secondFactor = missing, appPassword = missing } = facts
  const found: Mutable<Found> = {
    acceptanceSteps: stepsWith(judged, chosen),
    serviceSteps,
    others: othersThan(verdict.kind === 'signs-in' ? verdict.credential : undefined, judged, endings),
    verdict,
    found: { secondFactor, appPassword, ...last, ...sentAnyway?.found, ...ending?.found },
  }
  const told = chosen ?? sentAnyway
  if (told !== undefined) found.judged = told
  return found
}

/**
 * The credential that the leg is about: the one that the client would be asked for; where that is refused, another that
 * is not; where the one asked for is undetermined and all are refused, the one that fits. A credential that is asked for
 * may have to be created first.
 */
function required(
  all: readonly Judged[],
  endings: readonly Verdict[],
  wanted: Decision<'credential'>,
): Judged | undefined {
  const passes = (_: Judged, at: number): boolean => endings[at] !== undefined && isPass(endings[at])
  const { answer } = wanted
  if (answer === 'nothing' || answer === 'no-relay' || answer === 'password-does-not-suffice') return undefined
  const asked = all.find(({ credential }) => credential === answer)
  if (asked === undefined && all.some(passes))
    return wanted.missing === undefined ? undefined : blockedInAnyCase(all.filter(passes), endings.filter(isPass))
  if (asked?.refusal !== undefined && !passes(asked, all.indexOf(asked))) return all.find(passes) ?? asked
  if (asked !== undefined) return asked
  return all.find(fitsConversation)
}

const isPass = ({ kind }: Verdict): boolean => kind !== 'refused'

/** Who would check a credential; that its acceptance is open does not make this open. */
const verifierOf = ({ verifier, found }: Judged): Verifier | undefined => {
  const checked = verifier ?? found.verifier
  return checked === missing ? undefined : checked
}

/** Where it is open which credential is asked for, and each that could be is checked by the same one and then blocked: the first. */
function blockedInAnyCase(passing: readonly Judged[], endings: readonly Verdict[]): Judged | undefined {
  const verifiers = new Set(passing.flatMap((one) => verifierOf(one) ?? []))
  if (verifiers.size !== 1 || !endings.every(({ kind }) => kind === 'blocked')) return undefined
  return passing.find((one) => verifierOf(one) !== undefined)
}

/** What is presented has to exist. */
function presented(all: readonly Judged[], presents: Credential): Judged | undefined {
  const found = all.find(({ credential }) => credential === presents)
  return found?.presentedNow ?? found
}

function stepsWith(all: readonly Judged[], chosen: Judged | undefined): readonly Step[] {
  return all.flatMap((one) => (one.credential === chosen?.credential ? chosen.steps : one.steps))
}

/** The account password, which a client sends although it cannot suffice: it is checked, and then MFA stops it. */
function passwordSentAnyway(wanted: Decision<'credential'>, all: readonly Judged[]): Judged | undefined {
  if (wanted.answer !== 'password-does-not-suffice') return undefined
  return all.find(({ credential }) => credential === 'account-password')
}

/** How a leg ends on which there is nothing to present that would suffice. */
function withNothing(
  facts: LegFacts,
  { wanted, block, policies }: LegHurdles,
  sentAnyway: Judged | undefined,
): Verdict {
  return (
    (sentAnyway && firstFactorFailure(sentAnyway)) ??
    blockVerdict(facts, block, policies) ??
    noCredential(facts, wanted)
  )
}
