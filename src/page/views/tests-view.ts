import type { PageScenario } from '../../report/pages/page-data.ts'
import { testsSummary } from '../../report/pages/tests-summary.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'

/** The acceptance scenarios that were run when the page was made. */
export function testsView({ data }: App): HTMLElement {
  const { tests } = data
  if (tests === undefined) return h('section', { class: 'page-part' })
  const { features } = tests
  return h(
    'section',
    { class: 'page-part' },
    h('h2', {}, 'Acceptance tests'),
    h('p', { class: 'lead' }, `${testsSummary(tests).join(' ')} Changes made on this page are not tested.`),
    features.map(({ name, uri, scenarios: inFeature }) => [
      h('h3', {}, h('bdi', {}, name), h('span', { class: 'under' }, ` ${uri}`)),
      h('ul', { class: 'scenarios' }, inFeature.map(scenarioOf)),
    ]),
  )
}

function scenarioOf({ name, line, status, message, changed }: PageScenario): Child {
  const passed = status === 'passed'
  return h(
    'li',
    { class: `scenario ${passed ? 'passed' : 'failed'}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, passed ? '✓' : '✕'),
    h('span', { class: 'for-reader' }, passed ? 'holds: ' : 'failed: '),
    ' ',
    h('bdi', {}, name),
    h('span', { class: 'under' }, ` line ${line}${changed === true ? ', with changes to the file' : ''}`),
    message !== undefined && h('pre', {}, message),
  )
}
