import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import type { Answers } from '../vocabulary/questions.ts'

type Word = 'blocked' | 'cannot-sign-in'
type Stops = { readonly [Q in keyof Answers]?: { readonly [A in Answers[Q]]?: Word } }

/** Every answer that can end a sign-in, and the word of its verdict. */
const stops = {
  'service-gate': { closed: 'blocked', 'closed-by-policy': 'blocked' },
  'service-offer': { 'switched-off': 'blocked' },
  flow: { none: 'cannot-sign-in' },
  'policy-block': {
    blocked: 'blocked',
    'blocked-by-setting': 'blocked',
    'registration-blocked': 'blocked',
    'cannot-satisfy': 'blocked',
  },
  credential: {
    'password-does-not-suffice': 'cannot-sign-in',
    'no-relay': 'cannot-sign-in',
    nothing: 'cannot-sign-in',
  },
  acceptance: {
    denied: 'blocked',
    unfit: 'cannot-sign-in',
    'account-unusable': 'cannot-sign-in',
    refused: 'cannot-sign-in',
    'refused-after-password': 'cannot-sign-in',
    'refused-at-service': 'cannot-sign-in',
  },
  'second-factor-by': { nobody: 'cannot-sign-in' },
  'mailbox-gate': { closed: 'blocked' },
  'self-service': { refused: 'blocked' },
} as const satisfies Stops

/** The word of a verdict that an answer ends; undefined if it ends none. */
export const wordOf = (question: string, answer: string | undefined): Word | undefined =>
  (stops as Readonly<Record<string, Readonly<Record<string, Word>>>>)[question]?.[answer ?? '']

/** The word that belongs to what the rule that ends a leg answered there. */
function expectedWord(trace: Trace): Word | undefined {
  const verdict = verdictOf(trace)
  const rule = 'rule' in verdict ? verdict.rule : undefined
  const step = decisions(trace).find((one) => one.rule === rule && wordOf(one.question, one.answer) !== undefined)
  return step && wordOf(step.question, step.answer)
}

/** What is wrong with the word of a verdict that stops a leg; undefined if it is the one of what stops it. */
export function wrongWord(trace: Trace): string | undefined {
  const verdict = verdictOf(trace)
  if (verdict.kind !== 'blocked' && verdict.kind !== 'cannot-sign-in') return undefined
  const expected = expectedWord(trace)
  return expected === verdict.kind ? undefined : `${verdict.rule} is ${verdict.kind}, expected ${expected}`
}
