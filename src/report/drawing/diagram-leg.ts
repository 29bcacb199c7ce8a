import { questionFacts } from '../../rules/question-facts.ts'
import type { Step, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import type { ActorId } from '../../vocabulary/actors.ts'
import { questionSentence } from '../wording/decisions.ts'
import { answers, refusals } from '../wording/message-directions.ts'
import { type Audience, auditTrailNames, credentialWords } from '../wording/nouns.ts'
import { nameOf, verdictSentence } from '../wording/outcomes.ts'
import { capital, listed } from '../wording/phrasing.ts'
import { decisionAnswer, stepLabel } from '../wording/steps.ts'
import type { Item } from './diagram-items.ts'
import { isNoted, legHeading, outcomeTone } from './diagram-notes.ts'
import { withAlternative } from './refused-alternative.ts'

/** The position of a leg in its session. */
export interface LegPlace {
  readonly number: number
  readonly of: number
  readonly compact?: boolean
  /** Whether only the outcome is drawn. */
  readonly folded?: boolean
  /** What earlier legs were given at each prompt; each credential is requested once. */
  readonly asked: Set<string>
}

/** The drawn items of one leg. */
export function legItems(trace: Trace, audience: Audience, place: LegPlace): Item[] {
  // What a folded leg asks for is not asked for again by later legs either.
  const steps = stepItems(trace, audience, place.asked)
  if (place.folded === true) return [...legHeading(trace, place), ...outcomeNotes(trace, audience)]
  const body = withAlternative(trace, audience, steps)
  const ended: Item[] =
    place.compact === true ? [...body] : [...assumptionNote(trace, audience), ...body, ...outcomeNotes(trace, audience)]
  const leg: Item[] = [...legHeading(trace, place), ...ended]
  if (!trace.request.optional) return leg
  return [{ kind: 'begin', block: 'opt', text: 'this leg cannot fail the session' }, ...leg, { kind: 'end' }]
}

/** Only the defaults that a question of this leg could read. */
function assumptionNote(trace: Trace, audience: Audience): readonly Item[] {
  const readable = new Set<string>(decisions(trace).flatMap(({ question }) => questionFacts[question]))
  const assumed = trace.steps.filter((step) => step.kind === 'assumption' && readable.has(step.fact))
  if (assumed.length === 0 || audience === 'user') return []
  return [
    { kind: 'note', over: 'client', texts: [...new Set(assumed.map((step) => capital(stepLabel(step, audience))))] },
  ]
}

/** The decision that gave the verdict: the last one by its rule. */
function decidingStep(trace: Trace): Step | undefined {
  const verdict = verdictOf(trace)
  return trace.steps.findLast((step) => step.kind === 'decision' && step.rule === verdict.rule)
}

function stepItems(trace: Trace, audience: Audience, asked: Set<string>): readonly Item[] {
  const deciding = decidingStep(trace)
  const speakers = new Set<ActorId>(['client'])
  for (const step of trace.steps) if (step.kind === 'message') speakers.add(step.from).add(step.to)
  const items: Item[] = []
  let givenBefore = false
  for (const step of trace.steps) {
    if (step.kind === 'decision' || step.kind === 'policy') {
      if (!isNoted(step, trace, audience, deciding)) continue
      const place = step.kind === 'policy' ? 'entra-id' : step.at
      const at = speakers.has(place) ? place : 'client'
      addNote(items, at, noteTexts(step, trace, audience), { of: [step], deciding: step === deciding })
    } else if (step.kind === 'message') {
      if (audience === 'user' && !isSeenByUser(step)) continue
      if (givenBefore && step.from === 'user') continue
      items.push(arrow(step, audience))
    } else if (step.kind === 'prompt') {
      const question = `${step.prompt} ${step.asks}`
      givenBefore = asked.has(question)
      asked.add(question)
      items.push(givenBefore ? reuse(step) : promptArrow(step, audience))
    }
  }
  return items
}

type PromptStep = Extract<Step, { kind: 'prompt' }>

function promptArrow(step: PromptStep, audience: Audience): Item {
  return { kind: 'arrow', from: 'client', to: 'user', line: 'solid', text: stepLabel(step, audience), of: step }
}

function reuse({ asks }: PromptStep): Item {
  const what =
    asks === 'second-factor' ? 'the second factor' : `${credentialWords[asks].symbol} ${credentialWords[asks].name}`
  return { kind: 'note', over: 'client', texts: [`Does not ask again: ${what} was provided earlier`] }
}

function isSeenByUser({ from, to, message }: Extract<Step, { kind: 'message' }>): boolean {
  if (message.kind === 'challenge') return false
  return from === 'user' || to === 'user' || from === 'client' || to === 'client'
}

function arrow(step: Extract<Step, { kind: 'message' }>, audience: Audience): Item {
  const { kind } = step.message
  const line = refusals.has(kind) ? 'cross' : answers.has(kind) && step.from !== 'client' ? 'dashed' : 'solid'
  return { kind: 'arrow', from: step.from, to: step.to, line, text: stepLabel(step, audience), of: step }
}

/** A decision is drawn as its question and, on a separate line, the answer with its rule. */
function noteTexts(
  step: Extract<Step, { kind: 'decision' | 'policy' }>,
  trace: Trace,
  audience: Audience,
): readonly string[] {
  if (step.kind === 'policy') return [capital(stepLabel(step, audience))]
  return [questionSentence(step.question, step.about), `→ ${decisionAnswer(step, trace)} (${step.rule})`]
}

/** Decisions of one actor that follow each other share a note; the deciding one stands alone. */
function addNote(
  items: Item[],
  over: ActorId,
  texts: readonly string[],
  { of, deciding }: { readonly of: readonly Step[]; readonly deciding: boolean },
): void {
  const last = items[items.length - 1]
  if (deciding) items.push({ kind: 'note', over, texts, tone: 'deciding', of })
  else if (last?.kind === 'note' && last.over === over && last.tone === undefined)
    items[items.length - 1] = { ...last, texts: [...last.texts, ...texts], of: [...(last.of ?? []), ...of] }
  else items.push({ kind: 'note', over, texts, of })
}

function outcomeNotes(trace: Trace, audience: Audience): readonly Item[] {
  const texts = [verdictSentence(trace, audience)]
  if (audience === 'auditor' && trace.audit.length > 0)
    texts.push(
      `Recorded in ${listed(trace.audit.map((trail) => (trail === 'relying-party' ? `the log of ${nameOf([trace], trace.request.relyingParty)}` : auditTrailNames[trail])))}.`,
    )
  return [{ kind: 'note', over: 'everyone', texts, tone: outcomeTone(verdictOf(trace).kind) }]
}
