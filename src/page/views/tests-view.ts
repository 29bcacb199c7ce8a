import type { PageFeature, PageScenario } from '../../report/pages/page-data.ts'
import { testsSummary } from '../../report/pages/tests-summary.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import { type ShownScenario, scenarioFilter } from './scenario-filter.ts'
import { scenarioItem } from './scenario-item.ts'

/** The acceptance scenarios that were run when the page was made: failures first, to be searched and filtered. */
export function testsView(app: App): HTMLElement {
  const { tests } = app.data
  if (tests === undefined) return h('section', { class: 'page-part' })
  const lead = `${testsSummary(tests).join(' ')} Changes made on this page are not tested.`
  return h(
    'section',
    { class: 'page-part' },
    h('h2', {}, 'Acceptance tests'),
    h('p', { class: 'lead' }, lead),
    tests.features.length > 0 && results(app, tests.features),
  )
}

function results(app: App, features: readonly PageFeature[]): Child {
  const groups = failedFirst(features).map((feature) => {
    const scenarios = failedScenariosFirst(feature).map((scenario) => ({
      scenario,
      element: scenarioItem(app, scenario),
    }))
    const heading = h('h3', {}, h('bdi', {}, feature.name), h('span', { class: 'under' }, ` ${feature.uri}`))
    const list = h(
      'ul',
      { class: 'scenarios' },
      scenarios.map(({ element }) => element),
    )
    const section = h('section', {}, heading, list)
    return { section, shown: scenarios.map((one) => shownOf(feature, one, section)) }
  })
  const bar = scenarioFilter(groups.flatMap(({ shown }) => shown))
  return [bar, groups.map(({ section }) => section)]
}

const failed = ({ status }: PageScenario): boolean => status !== 'passed'

const failedFirst = (features: readonly PageFeature[]): readonly PageFeature[] => [
  ...features.filter(({ scenarios }) => scenarios.some(failed)),
  ...features.filter(({ scenarios }) => !scenarios.some(failed)),
]

const failedScenariosFirst = ({ scenarios }: PageFeature): readonly PageScenario[] => [
  ...scenarios.filter(failed),
  ...scenarios.filter((scenario) => !failed(scenario)),
]

function shownOf(
  { name, uri }: PageFeature,
  { scenario, element }: { readonly scenario: PageScenario; readonly element: HTMLElement },
  section: HTMLElement,
): ShownScenario {
  const { tags = [], steps = [] } = scenario
  const text = [name, uri, scenario.name, ...tags, ...steps.map((step) => step.text)].join(' ').toLowerCase()
  return { element, section, failed: failed(scenario), tags, text: () => text }
}
