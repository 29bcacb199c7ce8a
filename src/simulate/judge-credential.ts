import { decide } from '../rules/decide.ts'
import type { Refusal, Stage, Step } from '../trace/step.ts'
import type { ActorId, Verifier } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type LegFacts, missing } from '../vocabulary/facts.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import { errorOf } from './error-of.ts'
import type { LegContext } from './leg-context.ts'
import { record } from './recorder.ts'

/** What would become of one credential on this leg. */
export interface Judged {
  readonly credential: Credential
  readonly verifier?: Verifier
  readonly refusal?: Refusal
  /** Where a refusal takes place. */
  readonly stage: Stage
  readonly rule: RuleId
  readonly missing?: readonly string[]
  readonly steps: readonly Step[]
}

/** Asks who would check a credential, whether the account and the identity provider let it through, and whether it is taken. */
export function judgeCredential(
  context: LegContext,
  facts: LegFacts,
  credential: Credential,
  behind: ReadonlyMap<string, readonly string[]>,
): Judged {
  facts.credential = credential
  const steps: Step[] = []
  const verifier = decide('verifier', facts)
  facts.verifier = verifier.answer ?? missing
  const at: ActorId = verifierActor(verifier.answer, context)
  const recorder = { steps, at }
  const state = decide('account-state', facts)
  facts.accountState = state.answer ?? missing
  const access = decide('identity-provider-access', facts)
  facts.idpAccess = access.answer ?? missing
  const typed: LegFacts = presentsWhatNobodyMade(context, credential) ? { ...facts, firstFactor: 'wrong' } : facts
  const acceptance = decide('acceptance', typed)
  record(recorder, verifier, credential)
  record(recorder, state, credential)
  // That an app password never comes before the access rules of a federated domain is worth telling; the rest is not.
  const bypasses = credential === 'app-password' && facts.homeRealm === 'federated'
  if (access.answer !== 'not-asked' || bypasses) record(recorder, access, credential)
  record(recorder, acceptance, credential)
  if (acceptance.missing !== undefined) {
    const open = { verifier: verifier.missing, accountState: state.missing, idpAccess: access.missing }
    const unknown = namesBehind(acceptance.missing, new Map([...behind, ...foundOpen(open)]))
    return { credential, stage: 'at-password', rule: acceptance.rule, missing: unknown, steps }
  }
  const { rule } = acceptance
  const by = verifier.answer
  const base = { credential, rule, steps, ...(by === undefined ? {} : { verifier: by }) }
  if (acceptance.answer === 'accepted')
    return by === undefined
      ? { ...base, stage: 'at-password', missing: namesBehind(verifier.missing ?? [], behind) }
      : { ...base, stage: 'at-password' }
  const stage = stageOf(facts, rule)
  const refuser = unfit.has(rule) ? 'relying-party' : stage === 'after-password' ? issuingVerifier(facts) : by
  return { ...base, stage, refusal: { credential, by: refuser ?? 'entra-id', rule, ...errorOf(rule, state.rule) } }
}

/** Rules by which a credential never fits the conversation: it gets no further than the service. */
const unfit: ReadonlySet<RuleId> = new Set(['ACC-7', 'ACC-10', 'ACC-11', 'ACC-12', 'ACC-13', 'ACC-14', 'ACC-15'])

/** The demand for MFA is made by whoever issues the token, of a password that somebody else may have found right. */
function issuingVerifier({ issuer }: LegFacts): Verifier | undefined {
  return issuer === missing ? undefined : issuer
}

function foundOpen(answers: Readonly<Record<string, readonly string[] | undefined>>): [string, readonly string[]][] {
  return Object.entries(answers).map(([fact, names]) => [fact, names ?? []])
}

/** Whoever presents an app password has one, unless the file says that there is none. */
export function presentsWhatNobodyMade({ request, user }: LegContext, credential: Credential): boolean {
  return credential === 'app-password' && request.presents === credential && user.appPasswords?.length === 0
}

function namesBehind(names: readonly string[], behind: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const all = names.flatMap((name) => {
    const deeper = behind.get(name)
    return deeper === undefined || deeper.length === 0 ? [name] : namesBehind(deeper, behind)
  })
  return [...new Set(all)]
}

/** Where a refusal takes place: the demand for MFA is only made of a right password. */
function stageOf(facts: LegFacts, rule: RuleId): Stage {
  if (facts.idpAccess === 'denies' || facts.idpAccess === 'unreachable') return 'at-identity-provider'
  return rule === 'ACC-1' || rule === 'ACC-6' ? 'after-password' : 'at-password'
}

function verifierActor(verifier: Verifier | undefined, { request }: LegContext): ActorId {
  return verifier === undefined ? 'entra-id' : verifier === 'relying-party' ? request.relyingParty : verifier
}
