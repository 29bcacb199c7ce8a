import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { allRules } from '../rules/index.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import type { Answers } from '../vocabulary/questions.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

// Every sign-in of the scenario library is played.
vi.setConfig({ testTimeout: 60_000 })

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

const wordOf = (question: string, answer: string | undefined): Word | undefined =>
  (stops as Readonly<Record<string, Readonly<Record<string, Word>>>>)[question]?.[answer ?? '']

/** What the rule that ends a leg answered there, and the word that belongs to it. */
function expectedWord(trace: Trace): Word | undefined {
  const verdict = verdictOf(trace)
  const rule = 'rule' in verdict ? verdict.rule : undefined
  const step = decisions(trace).find((one) => one.rule === rule && wordOf(one.question, one.answer) !== undefined)
  return step && wordOf(step.question, step.answer)
}

const ends = new Set<string>()

function* legs(): Iterable<readonly [string, Trace]> {
  const reader = nodeSourceReader(process.cwd())
  for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
    const loaded = loadTenant(`scenarios/${file}`, reader)
    if (!loaded.ok) throw new Error(`${file} does not load`)
    for (const request of planRequests(loaded.value))
      for (const trace of simulateSession(loaded.value, request)) yield [file, trace]
  }
}

test('every leg of the library that is stopped has the word of what stops it', () => {
  const wrong = new Set<string>()
  for (const [file, trace] of legs()) {
    const verdict = verdictOf(trace)
    if (verdict.kind !== 'blocked' && verdict.kind !== 'cannot-sign-in') continue
    ends.add(verdict.rule)
    const expected = expectedWord(trace)
    if (expected !== verdict.kind) wrong.add(`${file}: ${verdict.rule} is ${verdict.kind}, expected ${expected}`)
  }
  expect([...wrong]).toEqual([])
  expect(ends.size).toBeGreaterThan(20)
})

/** What can stop a sign-in but is no policy, no setting of a service and no access rule. */
const ownReasons = /^(ACC|CRED|FLOW|SFB)-/

test('every rule that ends a sign-in and is about no credential, account or product blocks it', () => {
  const wrong = allRules.flatMap(({ id, question, examples }) =>
    examples
      .map(({ expect: answer }) => wordOf(question, answer))
      .filter((word) => word === 'cannot-sign-in' && !ownReasons.test(id))
      .map(() => id),
  )
  expect(wrong).toEqual([])
})
