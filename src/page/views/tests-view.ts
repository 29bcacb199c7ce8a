import type { PageFeature, PageScenario } from '../../report/pages/page-data.ts'
import { testsSummary } from '../../report/pages/tests-summary.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
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

interface Item {
  readonly scenario: PageScenario
  readonly text: string
  readonly element: HTMLElement
}

function results(app: App, features: readonly PageFeature[]): Child {
  const groups = failedFirst(features).map((feature) => {
    const items = failedScenariosFirst(feature).map((scenario) => itemOf(app, feature, scenario))
    const heading = h('h3', {}, h('bdi', {}, feature.name), h('span', { class: 'under' }, ` ${feature.uri}`))
    const list = h(
      'ul',
      { class: 'scenarios' },
      items.map(({ element }) => element),
    )
    return { items, section: h('section', {}, heading, list) }
  })
  const nothing = h('p', { class: 'empty', hidden: true }, 'No scenario matches.')
  const show = (wanted: Filter): void => {
    for (const { items, section } of groups) {
      for (const item of items) item.element.hidden = !matches(item, wanted)
      section.hidden = items.every(({ element }) => element.hidden)
    }
    nothing.hidden = groups.some(({ section }) => !section.hidden)
  }
  return [filterBar(features, show), nothing, groups.map(({ section }) => section)]
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

function itemOf(app: App, { name, uri }: PageFeature, scenario: PageScenario): Item {
  const steps = (scenario.steps ?? []).map(({ text }) => text)
  const text = [name, uri, scenario.name, ...(scenario.tags ?? []), ...steps].join(' ').toLowerCase()
  return { scenario, text, element: scenarioItem(app, scenario) }
}

interface Filter {
  readonly words: readonly string[]
  readonly status: string
  readonly tag: string
}

function matches({ scenario, text }: Item, { words, status, tag }: Filter): boolean {
  if (status !== '' && (status === 'passed') === failed(scenario)) return false
  if (tag !== '' && scenario.tags?.includes(tag) !== true) return false
  return words.every((word) => text.includes(word))
}

function filterBar(features: readonly PageFeature[], show: (wanted: Filter) => void): HTMLElement {
  const all = features.flatMap(({ scenarios }) => scenarios)
  const tags = [...new Set(all.flatMap((scenario) => scenario.tags ?? []))].sort()
  const search = h('input', { type: 'search', placeholder: 'search', 'data-key': 'search scenarios' })
  const status = choices('status', [
    ['', `all (${all.length})`],
    ['failed', `failed (${all.filter(failed).length})`],
    ['passed', `passed (${all.filter((one) => !failed(one)).length})`],
  ])
  const tag = choices('tag', [['', 'all'], ...tags.map((one) => [one, one] as const)])
  const update = (): void =>
    show({ words: search.value.toLowerCase().split(/\s+/), status: status.value, tag: tag.value })
  for (const field of [search, status, tag]) field.addEventListener('input', update)
  return h(
    'div',
    { class: 'bar tests-bar' },
    h('label', { class: 'field' }, h('span', {}, 'Scenarios'), search),
    h('label', { class: 'field' }, h('span', {}, 'Outcome'), status),
    tags.length > 0 && h('label', { class: 'field' }, h('span', {}, 'Tag'), tag),
  )
}

function choices(key: string, options: readonly (readonly [value: string, words: string])[]): HTMLSelectElement {
  return h(
    'select',
    { 'data-key': key },
    options.map(([value, words]) => h('option', { value }, words)),
  )
}
