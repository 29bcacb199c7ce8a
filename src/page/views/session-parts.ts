import { flowsWords } from '../../report/drawing/diagram-notes.ts'
import { explainLeg, type LegExplanation, type Reason } from '../../report/text/explanation.ts'
import { consequenceSentences, endpointSentences } from '../../report/wording/aftermath.ts'
import { assumedWords, factWords } from '../../report/wording/facts.ts'
import { legWords, protocolWords } from '../../report/wording/nouns.ts'
import { nameOf, verdictLabel, verdictSentence, verifierName } from '../../report/wording/outcomes.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { secondFactorPhrase } from '../../report/wording/second-factor.ts'
import { ruleById } from '../../rules/index.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { citationLink, lineOf, ruleLink } from './citing.ts'

/** The legs of a session, one row each. */
export function legsTable(traces: readonly Trace[]): HTMLElement {
  const head = ['Leg', 'Service', 'Protocol', 'Credential', 'Checked by', 'Second factor', 'Rule']
  return h(
    'div',
    { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': 'Legs' },
    h(
      'table',
      { class: 'plain' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((word) => h('th', { scope: 'col' }, word)),
        ),
      ),
      h('tbody', {}, traces.map(legRow)),
    ),
  )
}

function legRow(trace: Trace): HTMLElement {
  const { leg, relyingParty, protocol, optional } = trace.request
  const verdict = verdictOf(trace)
  const signsIn = verdict.kind === 'signs-in'
  const error = 'error' in verdict && verdict.error !== undefined ? verdict.error : '–'
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, capital(legWords[leg]), optional && h('span', { class: 'under' }, 'optional')),
    h('td', {}, nameOf([trace], relyingParty)),
    h('td', {}, protocolWords[protocol]),
    h('td', {}, verdictLabel(verdict)),
    h('td', {}, signsIn && verdict.credential !== 'none' ? verifierName([trace], verdict.verifier) : '–'),
    h('td', {}, signsIn ? secondFactorPhrase(verdict) : error),
    h('td', {}, verdict.rule === undefined ? '–' : ruleLink(verdict.rule), ...methodRule(trace)),
  )
}

/** The rule, with its page, on the methods that are presented. */
function methodRule(trace: Trace): readonly Child[] {
  const verdict = verdictOf(trace)
  const admits = trace.methods?.admits
  if (verdict.kind !== 'signs-in' || verdict.credential !== 'interactive' || admits === undefined) return []
  return [', ', ruleLink(admits)]
}

/** Every line of the file that states a fact behind the session, in the order of the file. */
export function fileLinesOf(app: App, state: State, traces: readonly Trace[]): Child {
  const lines = new Map<string, { readonly origin: Origin; readonly facts: Set<string> }>()
  for (const trace of traces)
    for (const { reason } of explainLeg(trace, ruleById).steps)
      for (const { fact, origin } of reason?.because ?? []) {
        if (origin === undefined) continue
        const key = `${origin.file}:${origin.line}`
        const line = lines.get(key) ?? { origin, facts: new Set() }
        lines.set(key, line)
        line.facts.add(factWords[fact])
      }
  if (lines.size === 0) return h('p', { class: 'hint' }, 'No lines in the file: only documented defaults.')
  const ordered = [...lines.values()].sort((one, other) => one.origin.line - other.origin.line)
  return h(
    'ul',
    { class: 'file-lines' },
    ordered.map(({ origin, facts }) =>
      h('li', {}, lineOf(app, state, origin), h('span', { class: 'under' }, ` ${[...facts].join(', ')}`)),
    ),
  )
}

/** Step by step, each decision with its rule, its source and the lines of the file behind it. */
export function explanationOf(app: App, state: State, traces: readonly Trace[]): Child {
  return traces.map((trace, index) => {
    const told = explainLeg(trace, ruleById, state.audience)
    const heading = `${index + 1}. ${capital(legWords[trace.request.leg])}: ${nameOf([trace], trace.request.relyingParty)}`
    const flows = flowsWords(trace)
    const endpoints = endpointSentences(trace)
    return h(
      'div',
      { class: 'leg-told' },
      traces.length > 1 && h('h4', {}, heading),
      flows !== '' && h('p', {}, `${flows}.`),
      endpoints.length > 0 && h('p', {}, endpoints.join(' ')),
      h(
        'ol',
        { class: 'steps' },
        told.steps.map(({ step, sentence, reason, deciding }) =>
          h(
            'li',
            { class: `step step-${step.kind}${deciding ? ' deciding' : ''}` },
            h('span', { class: 'sentence' }, sentence),
            deciding && h('b', { class: 'mark' }, ' deciding step'),
            reason !== undefined && reasonOf(app, state, reason, deciding),
          ),
        ),
      ),
      h('p', { class: 'leg-verdict' }, `⇒ ${verdictSentence(trace, state.audience)}`),
      told.error !== undefined && h('p', { class: 'hint' }, h('code', {}, told.error.id), ` ${told.error.meaning}`),
      assumptionsOf(told, traces.length > 1 ? 'h5' : 'h4'),
      hint(consequenceSentences(trace)),
    )
  })
}

function reasonOf(
  app: App,
  state: State,
  { rule, basis, statement, citation, because }: Reason,
  deciding: boolean,
): Child {
  return h(
    'div',
    { class: 'reason' },
    h('p', {}, ruleLink(rule), ' ', statement),
    h(
      'details',
      { open: deciding },
      h('summary', {}, because.length === 0 ? 'source' : 'facts and source'),
      because.length > 0 &&
        h(
          'ul',
          { class: 'because' },
          because.map(({ fact, value, origin }) =>
            h('li', {}, `${factWords[fact]} = `, h('b', {}, value), origin !== undefined && lineOf(app, state, origin)),
          ),
        ),
      h('p', {}, basis === 'documented' ? 'Documented: ' : 'Inferred from: ', citationLink(citation)),
    ),
  )
}

/** Under the heading of its sign-in, where there is one. */
function assumptionsOf({ assumptions }: LegExplanation, level: 'h4' | 'h5'): Child {
  if (assumptions.length === 0) return undefined
  return [
    h(level, { class: 'assumed' }, 'Assumed, because the file does not set it'),
    h(
      'ul',
      {},
      assumptions.map(({ id, fact, value, statement, citation }) =>
        h(
          'li',
          {},
          `${assumedWords(fact)} = ${value} `,
          h('code', {}, id),
          statement !== undefined && h('span', { class: 'hint' }, ` ${statement} `),
          citation !== undefined && citationLink(citation),
        ),
      ),
    ),
  ]
}

function hint(sentences: readonly string[]): Child {
  return sentences.length === 0 ? undefined : h('p', { class: 'hint' }, sentences.join(' '))
}
