import type { SessionVerdict, Step, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { DecisionStep } from '../../trace/views.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { flowWords } from '../wording/flows.ts'
import { type Audience, legWords, protocolWords } from '../wording/nouns.ts'
import { nameOf } from '../wording/outcomes.ts'
import { capital } from '../wording/phrasing.ts'
import type { Item, OutcomeTone } from './diagram-items.ts'

type Noted = Extract<Step, { kind: 'decision' | 'policy' }>

/** Expected answers, which are not drawn; every other answer of these questions is noted. */
const unremarkable = {
  'client-order': 'all',
  'service-offer': 'all',
  'service-gate': ['open'],
  flow: ['used'],
  issuer: 'all',
  'home-realm': ['not-asked'],
  'grant-controls': ['session-only'],
  'policy-block': ['passes'],
  'second-factor': ['not-required'],
  'app-password': 'all',
  credential: [],
  verifier: [],
  'account-state': ['usable'],
  'identity-provider-access': ['not-asked', 'permits'],
  'provider-logon': ['sign-in-page'],
  acceptance: ['accepted'],
  'second-factor-outcome': ['not-required'],
  'second-factor-by': ['nobody'],
  'self-service': ['possible'],
  'mailbox-gate': ['open'],
  'sign-in-method': [],
  'method-preference': [],
  'device-sign-in': [],
  'device-token': [],
  'device-ticket': ['none', 'on-use'],
  'silent-sign-in': [],
} as const satisfies Record<Question, readonly string[] | 'all'>

/**
 * Whether a decision is drawn: what decides, what is undetermined and, depending on the audience, what is unusual or
 * everything.
 */
export function isNoted(step: Noted, trace: Trace, audience: Audience, deciding: Step | undefined): boolean {
  if (audience === 'user') return false
  if (step === deciding) return true
  if (step.kind === 'policy') return audience === 'auditor' || step.outcome.effect === 'applies'
  if (isAboutAnother(step, trace)) return false
  if (audience === 'auditor' || step.missing !== undefined) return true
  const silent: readonly string[] | 'all' = unremarkable[step.question]
  return silent !== 'all' && !silent.includes(step.answer ?? '')
}

/** Every credential is evaluated; only the one of the verdict is drawn and described. */
export function isAboutAnother({ question, about }: DecisionStep, trace: Trace): boolean {
  if (question === 'service-offer' || question === 'service-gate') return false
  if (about === undefined || !isCredential(about)) return false
  const verdict = verdictOf(trace)
  return !('credential' in verdict) || about !== verdict.credential
}

const credentialIds: ReadonlySet<string> = new Set(credentials)

/** `certificate` and `none` are also flows, which only the service is asked about. */
function isCredential(about: string): boolean {
  return credentialIds.has(about)
}

/** The subject of a leg, and the authentication flows that it can use. */
export function legHeading(
  trace: Trace,
  { number, of }: { readonly number: number; readonly of: number },
): readonly Item[] {
  const { leg, relyingParty, protocol } = trace.request
  const heading = `${capital(legWords[leg])} (${number} of ${of}): ${nameOf([trace], relyingParty)}, ${protocolWords[protocol]}`
  const flows = flowsWords(trace)
  const texts = [...(of === 1 ? [] : [heading]), ...(flows === '' ? [] : [flows])]
  return texts.length === 0 ? [] : [{ kind: 'note', over: 'everyone', texts, tone: 'leg' }]
}

/** The order in which the client tries flows, if there are several; includes fallbacks that were not needed. */
export function flowsWords(trace: Trace): string {
  const { authentication } = trace
  if (authentication === undefined || authentication.order.length < 2) return ''
  const order = authentication.order.map((flow) => flowWords[flow]).join(', then ')
  return `Tries ${order}; ${authentication.used === null ? 'none matches' : `uses ${flowWords[authentication.used]}`}`
}

/** The tone of a verdict. */
export function outcomeTone(kind: SessionVerdict['kind']): OutcomeTone {
  if (kind === 'signs-in' || kind === 'several-credentials') return 'signs-in'
  return kind === 'undetermined' ? 'open' : 'fails'
}
