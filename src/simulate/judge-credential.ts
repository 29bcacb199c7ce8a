import { errorCodeOf } from '../catalog/errors.ts'
import { type Decision, decide } from '../rules/decide.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { Refusal, Stage, Step } from '../trace/step.ts'
import type { ActorId, Verifier } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Answers, RuleId } from '../vocabulary/questions.ts'
import { errorOf } from './error-of.ts'
import type { LegContext } from './leg-context.ts'
import { record } from './recorder.ts'

type RefusingAnswer = Exclude<Answers['acceptance'], 'accepted'>

/** Facts that judging a credential finds out. */
export type FoundByJudging = Readonly<
  Required<Pick<LegFacts, 'credential' | 'verifier' | 'accountState' | 'idpAccess'>>
>

/** What would become of one credential on this leg. */
export interface Judged {
  readonly credential: Credential
  readonly verifier?: Verifier
  readonly refusal?: Refusal
  /** Where a refusal takes place. */
  readonly stage: Stage
  /** How it is refused, where it is. */
  readonly answer?: RefusingAnswer
  readonly rule: RuleId
  readonly missing?: readonly string[]
  readonly steps: readonly Step[]
  /** The facts that judging it finds out. */
  readonly found: FoundByJudging
  /** What happens when it is presented as things are, where it would have to be created first. */
  readonly presentedNow?: Judged
}

/**
 * Asks who would check a credential, whether the account and the identity provider let it through, and whether it is
 * taken. An app password that the file says nobody has made can be created first, and is refused until then.
 */
export function judgeCredential(
  context: LegContext,
  facts: LegFacts,
  credential: Credential,
  behind: ReadonlyMap<string, readonly string[]>,
): Judged {
  const judged = judge(context, copyOfFacts(facts), credential, behind)
  if (credential !== 'app-password' || facts.appPasswordCount !== 'none') return judged
  const mistyped: LegFacts = { ...copyOfFacts(facts), firstFactor: 'wrong' }
  return { ...judged, presentedNow: judge(context, mistyped, credential, behind) }
}

/** Judges a credential; what it finds out is added to the facts, which are its own. */
function judge(
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
  const found: FoundByJudging = {
    credential,
    verifier: facts.verifier,
    accountState: facts.accountState,
    idpAccess: facts.idpAccess,
  }
  const acceptance = decide('acceptance', facts)
  for (const decision of [verifier, state, ...(isShown(facts, credential, access) ? [access] : []), acceptance])
    record(recorder, decision, credential)
  if (acceptance.missing !== undefined) {
    const open = { verifier: verifier.missing, accountState: state.missing, idpAccess: access.missing }
    const unknown = namesBehind(acceptance.missing, new Map([...behind, ...foundOpen(open)]))
    return { credential, stage: 'at-password', rule: acceptance.rule, missing: unknown, steps, found }
  }
  const { rule } = acceptance
  const by = verifier.answer
  const base = { credential, rule, steps, found, ...(by === undefined ? {} : { verifier: by }) }
  if (acceptance.answer !== 'accepted') {
    const { answer } = acceptance
    return { ...base, answer, ...refusalBy(facts, { credential, answer, rule }, by, state.rule) }
  }
  if (by !== undefined) return { ...base, stage: 'at-password' }
  return { ...base, stage: 'at-password', missing: namesBehind(verifier.missing ?? [], behind) }
}

/** Passing the access rules goes without saying; but an app password that never comes before them is worth a step. */
function isShown(
  { homeRealm }: LegFacts,
  credential: Credential,
  access: Decision<'identity-provider-access'>,
): boolean {
  return access.answer !== 'not-asked' || (credential === 'app-password' && homeRealm === 'federated')
}

interface Turned {
  readonly credential: Credential
  readonly answer: RefusingAnswer
  readonly rule: RuleId
}

function refusalBy(
  facts: LegFacts,
  { credential, answer, rule }: Turned,
  by: Verifier | undefined,
  accountRule: RuleId,
): { readonly stage: Stage; readonly refusal: Refusal } {
  const stage = stageOf(facts, answer)
  const refuser = answer === 'unfit' ? 'relying-party' : stage === 'after-password' ? issuingVerifier(facts) : by
  const error =
    answer === 'account-unusable'
      ? errorOf(facts, accountRule, rule)
      : heard(errorOf(facts, rule), answer === 'unfit' ? by : refuser)
  return { stage, refusal: { credential, by: refuser ?? 'entra-id', rule, ...error } }
}

/** Who has words of their own for a refusal: a code of Microsoft Entra ID is heard where Entra ID refuses. */
const foreign: ReadonlySet<Verifier | undefined> = new Set(['federated-idp', 'active-directory', 'relying-party'])

function heard(said: { readonly error?: string }, by: Verifier | undefined): { readonly error?: string } {
  return foreign.has(by) && said.error !== undefined && errorCodeOf(said.error)?.kind === 'entra' ? {} : said
}

/** Whether a credential is of the kind that the conversation asks for, right or wrong. */
export function fitsConversation({ answer, credential }: Judged): boolean {
  return credential !== 'app-password' && answer !== 'unfit'
}

/** The demand for MFA is made by the token issuer, or on behalf of the NPS extension, of a password that someone else may have found right. */
function issuingVerifier({ issuer, npsExtension }: LegFacts): Verifier | undefined {
  if (npsExtension === 'installed') return 'entra-id'
  return issuer === missing ? undefined : issuer
}

function foundOpen(answers: Readonly<Record<string, readonly string[] | undefined>>): [string, readonly string[]][] {
  return Object.entries(answers).map(([fact, names]) => [fact, names ?? []])
}

/** The missing facts behind open answers, or the names themselves. */
export function namesBehind(
  names: readonly string[],
  behind: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const all = names.flatMap((name) => {
    const deeper = behind.get(name)
    return deeper === undefined || deeper.length === 0 ? [name] : namesBehind(deeper, behind)
  })
  return [...new Set(all)]
}

/** Where a refusal takes place: the demand for MFA is only made of a right password. */
function stageOf(facts: LegFacts, answer: RefusingAnswer): Stage {
  if (answer === 'refused-at-service') return 'at-service'
  if (facts.idpAccess === 'denies' || facts.idpAccess === 'unreachable') return 'at-identity-provider'
  return answer === 'refused-after-password' ? 'after-password' : 'at-password'
}

function verifierActor(verifier: Verifier | undefined, { request }: LegContext): ActorId {
  return verifier === undefined ? 'entra-id' : verifier === 'relying-party' ? request.relyingParty : verifier
}
