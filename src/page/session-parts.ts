import { flowsWords } from '../report/diagram-notes.ts'
import { explainLeg, type LegExplanation, type Reason } from '../report/explanation.ts'
import { combinedInWords, policyGridRows } from '../report/policy-grid.ts'
import { factWords } from '../report/wording/facts.ts'
import {
  auditTrailNames,
  credentialWords,
  enforceableWords,
  legWords,
  protocolWords,
  takesEffectWords,
} from '../report/wording/nouns.ts'
import { nameOf, secondFactorPhrase, verdictLabel, verdictSentence, verifierName } from '../report/wording/outcomes.ts'
import { capital, listed } from '../report/wording/phrasing.ts'
import { ruleById } from '../rules/index.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { App } from './app.ts'
import { citationLink, lineOf, ruleLink } from './citing.ts'
import { type Child, h } from './dom.ts'
import type { State } from './state.ts'

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
    h('td', {}, verdict.rule === undefined ? '–' : ruleLink(verdict.rule)),
  )
}

/** Step by step, each decision with its rule, its source and the lines of the file behind it. */
export function explanationOf(app: App, state: State, traces: readonly Trace[]): Child {
  return traces.map((trace, index) => {
    const told = explainLeg(trace, ruleById, state.audience)
    const heading = `${index + 1}. ${capital(legWords[trace.request.leg])}: ${nameOf([trace], trace.request.relyingParty)}`
    const flows = flowsWords(trace)
    return h(
      'div',
      { class: 'leg-told' },
      traces.length > 1 && h('h4', {}, heading),
      flows !== '' && h('p', {}, `${flows}.`),
      endpointsOf(trace),
      h(
        'ol',
        { class: 'steps' },
        told.steps.map(({ step, sentence, reason, deciding }) =>
          h(
            'li',
            { class: `step step-${step.kind}${deciding ? ' deciding' : ''}` },
            h('span', { class: 'sentence' }, sentence),
            deciding && h('b', { class: 'mark' }, ' deciding step'),
            reason !== undefined && reasonOf(app, state, reason),
          ),
        ),
      ),
      h('p', { class: 'leg-verdict' }, `⇒ ${verdictSentence(trace, state.audience)}`),
      told.error !== undefined && h('p', { class: 'hint' }, h('code', {}, told.error.id), ` ${told.error.meaning}`),
      assumptionsOf(told),
      aftermathOf(trace),
    )
  })
}

function endpointsOf({ request: { candidates, endpoint } }: Trace): Child {
  if (endpoint === undefined && candidates === undefined) return undefined
  const tried = candidates?.map(({ method, host }) => (host === undefined ? method : `${method} (${host})`)) ?? []
  return h(
    'p',
    {},
    endpoint !== undefined && `Endpoint: ${endpoint.host ?? 'not named'}, found by ${endpoint.method}. `,
    tried.length > 1 && `In the order tried: ${tried.join(', ')}.`,
  )
}

function reasonOf(app: App, state: State, { rule, basis, statement, citation, because }: Reason): Child {
  return h(
    'details',
    { class: 'reason' },
    h('summary', {}, ruleLink(rule), ' ', statement),
    h('p', { class: 'hint' }, basis === 'documented' ? 'Documented: ' : 'Inferred from: ', citationLink(citation)),
    because.length > 0 &&
      h(
        'ul',
        { class: 'because' },
        because.map(({ fact, value, origin }) =>
          h('li', {}, `${factWords[fact]} = `, h('b', {}, value), origin !== undefined && lineOf(app, state, origin)),
        ),
      ),
  )
}

function assumptionsOf({ assumptions }: LegExplanation): Child {
  if (assumptions.length === 0) return undefined
  return [
    h('h5', {}, 'Assumed, because the file is silent'),
    h(
      'ul',
      {},
      assumptions.map(({ id, fact, value, statement, citation }) =>
        h(
          'li',
          {},
          `${factWords[fact]} = ${value} `,
          h('code', {}, id),
          statement !== undefined && h('span', { class: 'hint' }, ` ${statement} `),
          citation !== undefined && citationLink(citation),
        ),
      ),
    ),
  ]
}

function aftermathOf({ audit, enforceable, takesEffect }: Trace): Child {
  const said = [
    ...(audit.length > 0 ? [`Recorded in ${listed(audit.map((trail) => auditTrailNames[trail]))}.`] : []),
    ...(enforceable === undefined
      ? []
      : enforceable.length === 0
        ? ['Neither MFA nor Conditional Access could be demanded of this client here.']
        : [`Could be demanded of this client here: ${listed(enforceable.map((one) => enforceableWords[one]))}.`]),
    ...(takesEffect === undefined
      ? []
      : [`A change reaches clients already signed in ${takesEffectWords[takesEffect]}.`]),
  ]
  return said.length === 0 ? undefined : h('p', { class: 'hint' }, said.join(' '))
}

/** Every other credential, who turns it away, and why. */
export function refusalsOf(_: App, traces: readonly Trace[]): Child {
  return traces.map((trace) => {
    const { refusals } = explainLeg(trace, ruleById)
    if (refusals.length === 0) return h('p', { class: 'hint' }, 'No other credential is refused here.')
    return h(
      'div',
      {
        class: 'scroll-x',
        tabindex: '0',
        role: 'region',
        'aria-label': `Refused credentials, ${legWords[trace.request.leg]}`,
      },
      h(
        'table',
        { class: 'plain' },
        traces.length > 1 && h('caption', {}, capital(legWords[trace.request.leg])),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['Credential', 'Refused by', 'Because', 'Error'].map((word) => h('th', { scope: 'col' }, word)),
          ),
        ),
        h(
          'tbody',
          {},
          refusals.map(({ credential, by, rule, error, reason, meaning }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, `${credentialWords[credential].symbol} ${credentialWords[credential].name}`),
              h('td', {}, verifierName([trace], by)),
              h('td', {}, ruleLink(rule), reason !== undefined && ` ${reason.statement}`),
              h('td', {}, error === undefined ? '–' : h('span', { title: meaning?.meaning }, error)),
            ),
          ),
        ),
      ),
    )
  })
}

/** What Conditional Access says of each leg, policy by policy and condition by condition. */
export function gridsOf(traces: readonly Trace[]): Child {
  const grids = traces.flatMap((trace) => {
    const outcomes = trace.steps.flatMap((step) => (step.kind === 'policy' ? [step.outcome] : []))
    const combined = trace.conditionalAccess
    return combined === undefined ? [] : [{ trace, combined, rows: policyGridRows(outcomes) }]
  })
  if (grids.length === 0) return undefined
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, 'Conditional Access'),
    grids.map(({ trace, combined, rows: [head = [], ...rows] }) => [
      traces.length > 1 && h('h4', {}, capital(legWords[trace.request.leg])),
      h('p', {}, combinedInWords(combined)),
      rows.length > 0 &&
        h(
          'div',
          { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': 'Conditional Access grid' },
          h(
            'table',
            { class: 'plain grid-table' },
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                head.map((word) => h('th', { scope: 'col' }, capital(word))),
              ),
            ),
            h('tbody', {}, rows.map(policyRow)),
          ),
        ),
    ]),
  )
}

const marks: Readonly<Record<string, string>> = { hit: '✓ hit', miss: '✕ miss', may: '? may', '–': '–' }

function policyRow([policy = '', ...cells]: readonly string[]): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('bdi', {}, policy)),
    cells.map((cell) => h('td', { class: `condition-${cell}` }, marks[cell] ?? cell)),
  )
}
