import { describe, expect, test } from 'vitest'
import { errorCodeOf } from '../catalog/errors.ts'
import { libraryTenants, signInsOf } from '../simulate/plays.fixture.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import type { Trace } from '../trace/step.ts'
import { sessionVerdict, verdictOf } from '../trace/verdict.ts'
import { owners } from '../vocabulary/owners.ts'
import { flowsWords } from './drawing/diagram-notes.ts'
import { sessionJson } from './json/json.ts'
import { consequenceSentences, endpointSentences } from './wording/aftermath.ts'
import { decidingTrace, sessionSentence, verdictSentence, whyInFewWords } from './wording/outcomes.ts'
import { stepLabel, stepSentence } from './wording/steps.ts'

const audiences = ['architect', 'user', 'auditor'] as const

const sessions: readonly (readonly Trace[])[] = libraryTenants().flatMap((tenant) =>
  signInsOf(tenant, 5, 17).map(({ request }) => simulateSession(tenant, request)),
)

/** All that is said about a leg, for every reader. */
function* saidOf(trace: Trace): Generator<string> {
  yield whyInFewWords(trace)
  yield flowsWords(trace)
  yield* endpointSentences(trace)
  yield* consequenceSentences(trace)
  for (const audience of audiences) {
    yield verdictSentence(trace, audience)
    for (const step of trace.steps) {
      yield stepLabel(step, audience)
      yield stepSentence(step, trace, audience)
    }
  }
}

const said = new Set<string>()
for (const traces of sessions) {
  for (const audience of audiences) said.add(sessionSentence(traces, audience))
  for (const trace of traces) for (const sentence of saidOf(trace)) said.add(sentence)
}

/** The names of the vendor's errors are the vendor's words. */
const withoutErrors = (text: string): string =>
  text.replace(/\b(?:smtp|http|AADSTS)[\w.-]*\d[\w.-]*/g, (id) => (errorCodeOf(id) === undefined ? id : 'error'))

const finite = '(?:is|are|was|were|may|must|can|cannot|will|has|signs|asks|needs|uses)'

/** What gives away a slot that was left empty, or a phrase that was put where a verb stood already. */
const faults: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['empty brackets or quotes', /\(\s*\)|“\s*”|\[\s*\]|`\s*`/],
  ['a value that is none', /\bundefined\b|\bnull\b|\bNaN\b|\[object/],
  ['two spaces', / {2}/],
  ['a space before a mark', /\s[,.;:)]/],
  ['two marks', /[,;:]\s*[,.;:)]|\.\.(?!\.)/],
  ['an end in mid-sentence', /(?:[:,;(]|\b(?:of|to|by|for|with|and|or|at|the|an?))\.?$/],
  ['two finite verbs', new RegExp(`\\b${finite} (?:not )?${finite}\\b`)],
  ['a verb after a verb of being', /\b(?:is|are|was|were) (?:may|must|asked for is|not required by)\b/],
  ['a word twice', /\b([a-z]+) \1\b/i],
]

describe('every sentence of every trace of the library', () => {
  test.each(faults)('has none of this: %s', (_, pattern) => {
    expect(said.size).toBeGreaterThan(2000)
    expect([...said].filter((sentence) => pattern.test(withoutErrors(sentence))).slice(0, 5)).toEqual([])
  })

  test('a sentence begins with a capital letter, or a name, and ends with a mark', () => {
    const sentences = sessions.flatMap((traces) => [
      sessionSentence(traces),
      ...traces.map((trace) => verdictSentence(trace)),
    ])
    expect(sentences.filter((sentence) => !/\S[.]$/.test(sentence)).slice(0, 5)).toEqual([])
  })
})

describe('every ending of the library', () => {
  const ended = sessions.flatMap((traces) =>
    traces.filter((trace) => !/^(?:signs-in|undetermined)$/.test(verdictOf(trace).kind)),
  )

  test('names its owner in its sentence', () => {
    expect(ended.length).toBeGreaterThan(500)
    const silent = ended.filter((trace) => !/; the cause is /.test(verdictSentence(trace)))
    expect(silent.slice(0, 3).map((trace) => verdictSentence(trace))).toEqual([])
  })

  test('has its owner in the JSON contract, and so has every refused credential', () => {
    const known: ReadonlySet<unknown> = new Set(owners)
    const wrong = new Set<string>()
    const seen = new Set<unknown>()
    for (const traces of sessions) {
      // The contract is plain data.
      const session = sessionJson(traces) as unknown as {
        readonly verdict: Ending
        readonly legs: readonly { readonly verdict: Ending; readonly refused: readonly Ending[] }[]
      }
      const endingsHere = [
        ...(['blocked', 'cannot-sign-in', 'refused'].includes(sessionVerdict(traces).kind) ? [session.verdict] : []),
        ...session.legs.flatMap(({ verdict, refused }) => [
          ...(verdict.kind === 'signs-in' || verdict.kind === 'undetermined' ? [] : [verdict]),
          ...refused,
        ]),
      ]
      for (const { rule, owner } of endingsHere) {
        seen.add(owner)
        if (!known.has(owner)) wrong.add(`${rule}`)
      }
    }
    expect([...wrong]).toEqual([])
    expect([...seen].sort()).toEqual([...owners].sort())
  })
})

describe('a verdict that rests on no page of the vendor', () => {
  const afterWebServices = libraryTenants().flatMap((tenant) =>
    signInsOf(tenant, 5, 17).map(({ request }) =>
      simulateSession(tenant, { ...request, purpose: 'check-free-busy', at: Date.parse('2027-05-01') }),
    ),
  )
  const lesser = [...sessions, ...afterWebServices].flatMap((traces) =>
    traces.flatMap((trace) => (trace.restsOn === undefined ? [] : [{ traces, trace }])),
  )

  test('says so in its first line, wherever it is read', () => {
    expect(lesser.length).toBeGreaterThan(20)
    const silent = lesser.filter(({ traces, trace }) => {
      const lines = [verdictSentence(trace), whyInFewWords(trace)]
      const joined = sessionVerdict(traces).kind
      if (decidingTrace(traces) === trace && joined !== 'conflict' && joined !== 'several-credentials')
        lines.push(sessionSentence(traces))
      return lines.some(
        (line) => !/known only from a (?:secondary source|copy of the vendor\u2019s message)/.test(line),
      )
    })
    expect(silent.slice(0, 3).map(({ traces }) => sessionSentence(traces))).toEqual([])
  })
})

interface Ending {
  readonly kind?: string
  readonly rule?: string
  readonly owner?: string
}
