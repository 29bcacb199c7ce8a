import { type ExplainedRefusal, explainLeg } from '../../report/text/explanation.ts'
import { combinedInWords, policyGridRows } from '../../report/text/policy-grid.ts'
import { credentialWords, legWords } from '../../report/wording/nouns.ts'
import { verifierName } from '../../report/wording/outcomes.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { ruleById } from '../../rules/index.ts'
import type { Trace } from '../../trace/step.ts'
import { type Child, h } from '../parts/dom.ts'
import { ruleLink } from './citing.ts'

/** Every other credential, who turns it away, and why. */
export function refusalsOf(traces: readonly Trace[]): Child {
  return traces.map((trace) => {
    const { refusals } = explainLeg(trace, ruleById)
    if (refusals.length === 0) return h('p', { class: 'hint' }, 'No other credential is refused here.')
    const leg = legWords[trace.request.leg]
    const head = ['Credential', 'Refused by', 'Because', 'Error'].map((word) => h('th', { scope: 'col' }, word))
    const rows = refusals.map((refusal) => refusalRow(trace, refusal))
    return h(
      'div',
      { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': `Refused credentials, ${leg}` },
      h(
        'table',
        { class: 'plain' },
        traces.length > 1 && h('caption', {}, capital(leg)),
        h('thead', {}, h('tr', {}, head)),
        h('tbody', {}, rows),
      ),
    )
  })
}

function refusalRow(trace: Trace, { credential, by, rule, error, reason, meaning }: ExplainedRefusal): HTMLElement {
  const { symbol, name } = credentialWords[credential]
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, `${symbol} ${name}`),
    h('td', {}, verifierName([trace], by)),
    h('td', {}, ruleLink(rule), reason !== undefined && ` ${reason.statement}`),
    h('td', {}, error === undefined ? '–' : h('span', { title: meaning?.meaning }, error)),
  )
}

/** What Conditional Access says about each leg, policy by policy and condition by condition. */
export function gridsOf(traces: readonly Trace[]): Child {
  const grids = traces.flatMap((trace) => {
    const combined = trace.conditionalAccess
    return combined === undefined ? [] : [{ trace, combined, rows: policyGridRows(trace.policyOutcomes ?? []) }]
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
