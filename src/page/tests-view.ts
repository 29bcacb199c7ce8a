import type { App } from './app.ts'
import { type Child, h } from './dom.ts'

/** The acceptance scenarios that were run when the page was made. */
export function testsView({ data }: App): HTMLElement {
  const features = data.tests ?? []
  const scenarios = features.flatMap((feature) => feature.scenarios)
  const failed = scenarios.filter(({ status }) => status !== 'passed').length
  const said = `${scenarios.length - failed} of ${scenarios.length} scenarios hold${failed === 0 ? '' : `, ${failed} ${failed === 1 ? 'does' : 'do'} not`}.`
  return h(
    'section',
    { class: 'page-part' },
    h('h2', {}, 'Acceptance tests'),
    h('p', { class: 'lead' }, `${said} They ran against the file, not against what is tried out here.`),
    features.map(({ name, uri, scenarios: inFeature }) => [
      h('h3', {}, h('bdi', {}, name), h('span', { class: 'under' }, ` ${uri}`)),
      h('ul', { class: 'scenarios' }, inFeature.map(scenarioOf)),
    ]),
  )
}

function scenarioOf({
  name,
  line,
  status,
  message,
}: NonNullable<App['data']['tests']>[number]['scenarios'][number]): Child {
  const passed = status === 'passed'
  return h(
    'li',
    { class: `scenario ${passed ? 'passed' : 'failed'}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, passed ? '✓' : '✕'),
    h('span', { class: 'for-reader' }, passed ? 'holds: ' : 'does not hold: '),
    ' ',
    h('bdi', {}, name),
    h('span', { class: 'under' }, ` line ${line}`),
    message !== undefined && h('pre', {}, message),
  )
}
