import { match } from 'ts-pattern'
import { ruleById } from '../../rules/index.ts'
import type { SessionVerdict, Trace, Verdict } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import type { ActorId } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { own } from '../../vocabulary/own.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import type { AnsweredBy } from '../../vocabulary/tokens.ts'
import { causeClause, lackingWords, sourceClause } from './causes.ts'
import { questionSentence } from './decisions.ts'
import { missingWords } from './facts.ts'
import { signsInReason, withheldInFewWords } from './few-words.ts'
import { flowWords } from './flows.ts'
import { presentedPhrase } from './methods.ts'
import {
  type Audience,
  actorWords,
  credentialWords,
  legWords,
  protocolWords,
  purposeWords,
  verifierNames,
} from './nouns.ts'
import { capital, listed } from './phrasing.ts'
import { stageWords } from './places.ts'
import { contextOf, plainVerdict } from './plain-verdict.ts'
import { secondFactorClause, secondFactorPhrase } from './second-factor.ts'
import { answeredByWords } from './tokens.ts'

type SignsIn = Extract<Verdict, { kind: 'signs-in' }>

/** How participants are drawn and named; falls back on ids if a trace introduces none. */
export function nameOf(traces: readonly Trace[], id: ActorId): string {
  for (const trace of traces) for (const actor of trace.actors) if (actor.id === id) return actor.name
  const request = traces[0]?.request
  if (request !== undefined && id === 'user') return request.user
  if (request !== undefined && id === 'client') return request.client
  return actorWords[id]
}

/** Who checked, by its own name where the trace introduces it. */
export function verifierName(traces: readonly Trace[], verifier: SignsIn['verifier']): string {
  if (verifier !== 'relying-party') return nameOf(traces, verifier)
  const [first] = traces
  return first === undefined ? verifierNames[verifier] : nameOf(traces, first.request.relyingParty)
}

/** How a leg ended, as a label. */
export function verdictLabel(verdict: Verdict): string {
  return match(verdict)
    .with(
      { kind: 'signs-in' },
      ({ credential }) => `${credentialWords[credential].symbol} ${credentialWords[credential].name}`,
    )
    .with({ kind: 'blocked' }, () => '✕ blocked')
    .with({ kind: 'cannot-sign-in' }, () => '✕ cannot sign in')
    .with({ kind: 'refused' }, ({ credential }) => `✕ ${credentialWords[credential].name} refused`)
    .with({ kind: 'undetermined' }, () => '? undetermined')
    .exhaustive()
}

/** How a session ended, as a label. */
export function sessionLabel(verdict: SessionVerdict): string {
  return match(verdict)
    .with({ kind: 'signs-in' }, ({ credentials }) =>
      credentials
        .map((credential) => `${credentialWords[credential].symbol} ${credentialWords[credential].name}`)
        .join(', '),
    )
    .with({ kind: 'conflict' }, () => '! conflict')
    .with({ kind: 'several-credentials' }, () => '+ several credentials')
    .with({ kind: 'blocked' }, () => '✕ blocked')
    .with({ kind: 'cannot-sign-in' }, () => '✕ cannot sign in')
    .with({ kind: 'refused' }, () => '✕ refused')
    .with({ kind: 'undetermined' }, () => '? undetermined')
    .exhaustive()
}

/** How one leg ended, as a sentence. */
export function verdictSentence(trace: Trace, audience: Audience = 'architect'): string {
  const verdict = verdictOf(trace)
  const client = nameOf([trace], 'client')
  const service = nameOf([trace], trace.request.relyingParty)
  if (audience === 'user') return plainVerdict(verdict, client, contextOf(trace))
  const rule = `${sourceClause(trace)}${verdict.rule === undefined ? '' : ` (${verdict.rule})`}`
  return match(verdict)
    .with({ kind: 'signs-in' }, (signsIn) => {
      const { credential, presents, secondFactor, answeredBy, prompted } = signsIn
      const shown = presents === undefined ? credentialWords[credential].the : presentedPhrase(presents)
      const checked = credential === 'none' ? '' : `, checked by ${verifierName([trace], signsIn.verifier)}`
      const second =
        secondFactor === 'not-required' ? 'no second factor' : `second factor ${secondFactorPhrase(signsIn)}`
      const silent = answeredBy === undefined ? '' : `; ${answeredClause(answeredBy, prompted)}`
      return `${client} signs in to ${service} with ${shown}${checked}; ${second}${silent}${rule}.`
    })
    .with({ kind: 'blocked' }, ({ policies, stage }) => {
      const by = policies.length === 0 ? '' : ` by ${listed(policies.map((policy) => `“${policy}”`))}`
      return `${client} is blocked at ${service}${by}, ${stageWords[stage]}${errorNote(verdict)}${causeClause(verdict)}${rule}.`
    })
    .with(
      { kind: 'cannot-sign-in' },
      ({ stage }) =>
        `No credential gives ${client} access to ${service}: the sign-in stops ${stageWords[stage]}${errorNote(verdict)}${causeClause(verdict)}${rule}.`,
    )
    .with(
      { kind: 'refused' },
      ({ credential, verifier }) =>
        `${capital(verifierName([trace], verifier))} refuses ${credentialWords[credential].the} of ${client}${errorNote(verdict)}${causeClause(verdict)}${rule}.`,
    )
    .with(
      { kind: 'undetermined' },
      ({ missing }) => `Undetermined at ${service}: it depends on ${listed(missing.map(missingWords))}${rule}.`,
    )
    .exhaustive()
}

function answeredClause(answeredBy: AnsweredBy, prompted: boolean | undefined): string {
  return prompted === true
    ? `${answeredByWords[answeredBy]} answers for the first factor`
    : `${answeredByWords[answeredBy]} answers without a prompt`
}

function errorNote(verdict: Verdict): string {
  return 'error' in verdict && verdict.error !== undefined ? `, ${verdict.error}` : ''
}

/** The result of a whole session, in one sentence. */
export function sessionSentence(traces: readonly Trace[], audience: Audience = 'architect'): string {
  const [first] = traces
  if (first === undefined) return 'This sign-in involves no services.'
  const verdict = sessionVerdict(traces)
  const who = nameOf(traces, 'user')
  const what = `${purposeWords[first.request.purpose]} with ${nameOf(traces, 'client')}`
  if (audience === 'user' && verdict.kind !== 'conflict' && verdict.kind !== 'several-credentials')
    return verdictSentence(decidingTrace(traces), 'user')
  return match(verdict)
    .with({ kind: 'signs-in' }, () => signsInSentence(traces, who, what))
    .with(
      { kind: 'conflict' },
      ({ credentials }) =>
        `${who} cannot ${what} reliably: one prompt would need two credentials, ${legCredentials(credentials)}.`,
    )
    .with(
      { kind: 'several-credentials' },
      ({ credentials }) => `To ${what}, ${who} needs several credentials: ${legCredentials(credentials)}.`,
    )
    .with(
      { kind: 'undetermined' },
      ({ missing }) =>
        `Whether ${who} can ${what} is undetermined: it depends on ${listed(missing.map(missingWords))}.`,
    )
    .with(
      { kind: 'blocked' },
      { kind: 'cannot-sign-in' },
      { kind: 'refused' },
      (ended) =>
        `${who} cannot ${what}: ${fewWords(decidingTrace(traces))}${causeClause(ended)}${sourceClause(decidingTrace(traces))} (${ended.rule}).`,
    )
    .exhaustive()
}

function legCredentials(credentials: readonly { readonly leg: LegName; readonly credential: Credential }[]): string {
  return listed(credentials.map(({ leg, credential }) => `${credentialWords[credential].the} for the ${legWords[leg]}`))
}

function signsInSentence(traces: readonly Trace[], who: string, what: string): string {
  const trace = decidingTrace(traces)
  const verdict = verdictOf(trace)
  if (verdict.kind !== 'signs-in') return `${who} can ${what}.`
  const checked = verdict.credential === 'none' ? '' : `, which ${verifierName([trace], verdict.verifier)} checks`
  const second = secondFactorClause(verdict)
  return `To ${what}, ${who} uses ${credentialWords[verdict.credential].the}${checked}; ${second}${sourceClause(trace)} (${verdict.rule}).`
}

/** The leg that represents the session: the one that failed it, otherwise the last required one that signs in. */
export function decidingTrace(traces: readonly Trace[], verdict = sessionVerdict(traces)): Trace {
  const failed = traces.find((trace) =>
    'leg' in verdict
      ? trace.request.leg === verdict.leg && verdictOf(trace).kind === verdict.kind
      : verdictOf(trace).kind === verdict.kind && !trace.request.optional,
  )
  const required = traces.filter((trace) => !trace.request.optional && verdictOf(trace).kind === 'signs-in')
  const chosen = verdict.kind === 'signs-in' ? (required[required.length - 1] ?? traces[0]) : (failed ?? traces[0])
  if (chosen === undefined) throw new Error('a session has at least one leg')
  return chosen
}

/** Why a leg ends as it does, in the few words that fit into a cell. */
export const whyInFewWords = (trace: Trace): string => `${fewWords(trace)}${sourceClause(trace)}`

function fewWords(trace: Trace): string {
  const verdict = verdictOf(trace)
  const named = verdict.kind === 'blocked' && verdict.policies.length > 0
  return named ? reasonInFewWords(trace) : `${reasonInFewWords(trace)}${errorNote(verdict)}`
}

/** The same without the error that the vendor shows. */
export function reasonInFewWords(trace: Trace): string {
  const verdict = verdictOf(trace)
  if (verdict.kind === 'undetermined') return `missing: ${verdict.missing.map(missingWords).join(', ')}`
  if (verdict.kind === 'blocked' && verdict.policies.length > 0)
    return `policy ${verdict.policies.map((policy) => `“${policy}”`).join(', ')}`
  if (verdict.kind === 'signs-in') return signsInReason(trace, verdict)
  const few = ruleById(verdict.rule)?.inFewWords
  if (few !== undefined) return few
  const made = decisions(trace).filter(({ rule }) => rule === verdict.rule)
  const decision = made[made.length - 1]
  if (decision?.question === 'service-gate' && made.length > 1)
    return `${nameOf([trace], trace.request.relyingParty)} does not accept ${protocolWords[trace.request.protocol]}`
  if (decision === undefined) return stageWords[verdict.stage]
  return withheldInFewWords(trace, decision.question) ?? reasonWords(trace, decision)
}

function reasonWords(trace: Trace, { question, about, answer, rule }: ReturnType<typeof decisions>[number]): string {
  const service = nameOf([trace], trace.request.relyingParty)
  const words: Readonly<Record<string, string>> = flowWords
  const flow = (about === undefined ? trace.authentication?.used : about) ?? 'none'
  return match(question)
    .with('service-gate', () => `${service} blocks ${own(words, flow) ?? flow}`)
    .with('service-offer', () =>
      answer === 'switched-off'
        ? `${words[flow] ?? flow} is switched off at ${service}`
        : `${service} does not offer ${words[flow] ?? flow}`,
    )
    .with('flow', () => `${service} and the client have no authentication method in common`)
    .with('account-state', () => 'the account cannot be used')
    .with('self-service', () => 'the user is not offered this')
    .with('identity-provider-access', () =>
      answer === 'unreachable'
        ? 'the identity provider cannot be reached from here'
        : 'the identity provider denies it',
    )
    .with('policy-block', () =>
      answer === 'blocked' || answer === 'blocked-by-setting' || answer === 'registration-blocked'
        ? 'the policies block it'
        : `the policies require ${lackingWords(rule)}`,
    )
    .with('credential', 'acceptance', () => 'no credential works')
    .otherwise(() => `${questionSentence(question, about)} ${answer ?? ''}`)
}
