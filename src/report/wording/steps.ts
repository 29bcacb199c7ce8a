import { match } from 'ts-pattern'
import type { Step, Trace } from '../../trace/step.ts'
import { answerWords, decisionLabel, questionSentence } from './decisions.ts'
import { assumedWords, missingWords } from './facts.ts'
import { messageLabel, messageSentence } from './messages.ts'
import { type Audience, credentialWords } from './nouns.ts'
import { nameOf, verdictLabel, verdictSentence } from './outcomes.ts'
import { capital, listed } from './phrasing.ts'

type Kind = Step['kind']
type StepOf<K extends Kind> = Extract<Step, { kind: K }>

/** The words of one kind of step: a short one for diagrams, a sentence for explanations. */
type Words<K extends Kind> = {
  readonly label: (step: StepOf<K>, audience: Audience) => string
  readonly sentence: (step: StepOf<K>, trace: Trace, audience: Audience) => string
}

const stepWords: { readonly [K in Kind]: Words<K> } = {
  assumption: {
    label: ({ fact, value }) => `assumed: ${assumedWords(fact)} = ${value}`,
    sentence: ({ fact, value, default: id }) =>
      `Assumed, because the file does not set it: ${assumedWords(fact)} = ${value} (${id}).`,
  },
  decision: {
    label: ({ question, about, answer, rule }) => `${decisionLabel(question, answer, about)} (${rule})`,
    sentence: (step, trace) => {
      const lack = step.missing === undefined ? '' : `, because of missing ${listed(step.missing.map(missingWords))}`
      return `${questionSentence(step.question, step.about)} ${capital(decisionAnswer(step, trace))}${lack} (${step.rule}).`
    },
  },
  policy: {
    label: ({ outcome, rule }) => `policy “${outcome.policy}” ${effectWords(outcome.effect)} (${rule})`,
    sentence: ({ outcome, rule }) => `The policy “${outcome.policy}” ${effectWords(outcome.effect)} (${rule}).`,
  },
  message: {
    label: (step, audience) => messageLabel(step, audience),
    sentence: ({ message, from, to }, trace) =>
      capital(messageSentence(message, nameOf([trace], from), nameOf([trace], to), from === 'client')),
  },
  prompt: {
    label: ({ asks }, audience) => promptLabel(asks, audience),
    sentence: ({ asks }, trace) =>
      `${capital(nameOf([trace], 'client'))} asks ${nameOf([trace], 'user')} for ${asks === 'second-factor' ? 'the second factor' : promptedFor(asks)}.`,
  },
  outcome: {
    label: ({ verdict }) => verdictLabel(verdict),
    sentence: (_, trace, audience) => verdictSentence(trace, audience),
  },
}

function effectWords(effect: StepOf<'policy'>['outcome']['effect']): string {
  return match(effect)
    .with('applies', () => 'applies')
    .with('skipped', () => 'does not apply')
    .with('report-only', () => 'report-only')
    .with('signal-dependent', () => 'depends on a signal')
    .with('disabled', () => 'is disabled')
    .exhaustive()
}

function promptedFor(asks: Exclude<StepOf<'prompt'>['asks'], 'second-factor'>): string {
  if (asks === 'account-password') return 'user name and password; expects the account password'
  if (asks === 'app-password') return 'user name and password; expects an app password'
  return credentialWords[asks].the
}

function promptLabel(asks: StepOf<'prompt'>['asks'], audience: Audience): string {
  if (asks === 'second-factor') return audience === 'user' ? 'confirm with your second factor' : 'prompt: second factor'
  const { symbol, name, act } = credentialWords[asks]
  return audience === 'user' ? `${symbol} ${act}` : `${symbol} prompt: ${name}`
}

function wordsOf(step: Step): Words<Kind> {
  // Each entry takes the step of its own kind; the compiler cannot relate the two through the index.
  return stepWords[step.kind] as Words<Kind>
}

/** The answer of a decision in words; someone is called by the name that the trace introduces. */
export function decisionAnswer({ question, answer }: StepOf<'decision'>, trace: Trace): string {
  const isActor = question === 'verifier' || question === 'issuer'
  const actor =
    answer === 'relying-party' ? trace.request.relyingParty : trace.actors.find(({ id }) => id === answer)?.id
  return isActor && actor !== undefined ? nameOf([trace], actor) : answerWords(question, answer)
}

/** The few words of a step in a diagram. */
export function stepLabel(step: Step, audience: Audience = 'architect'): string {
  return wordsOf(step).label(step, audience)
}

/** A step as a sentence of an explanation. */
export function stepSentence(step: Step, trace: Trace, audience: Audience = 'architect'): string {
  return wordsOf(step).sentence(step, trace, audience)
}
