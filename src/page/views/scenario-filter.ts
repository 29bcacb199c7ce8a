import { h } from '../parts/dom.ts'

/** A scenario that the page shows, as it is found. */
export interface ShownScenario {
  readonly element: HTMLElement
  /** The part of the page that is shown while any of its scenarios is. */
  readonly section: HTMLElement
  readonly failed: boolean
  readonly tags: readonly string[]
  /** All that is said of it, in lower case. */
  readonly text: () => string
}

/** Search, outcome and tag, which hide the other scenarios; and what is said when nothing is left. */
export function scenarioFilter(all: readonly ShownScenario[]): readonly HTMLElement[] {
  const failed = all.filter((one) => one.failed).length
  const tags = [...new Set(all.flatMap((one) => one.tags))].sort()
  const search = h('input', { type: 'search', placeholder: 'search', 'data-key': 'search scenarios' })
  const outcome = choices('outcome', [
    ['', `all (${all.length})`],
    ['failed', `failed (${failed})`],
    ['passed', `passed (${all.length - failed})`],
  ])
  const tag = choices('tag', [['', 'all'], ...tags.map((one) => [one, one] as const)])
  const nothing = h('p', { class: 'empty', hidden: true }, 'No scenario matches.')
  const update = (): void => {
    const words = search.value.toLowerCase().split(/\s+/)
    const shown = new Set<HTMLElement>()
    for (const one of all) {
      one.element.hidden = !matches(one, { words, outcome: outcome.value, tag: tag.value })
      if (!one.element.hidden) shown.add(one.section)
    }
    for (const { section } of all) section.hidden = !shown.has(section)
    nothing.hidden = shown.size > 0
  }
  for (const field of [search, outcome, tag]) field.addEventListener('input', update)
  const bar = h(
    'div',
    { class: 'bar tests-bar' },
    h('label', { class: 'field' }, h('span', {}, 'Scenarios'), search),
    h('label', { class: 'field' }, h('span', {}, 'Outcome'), outcome),
    tags.length > 0 && h('label', { class: 'field' }, h('span', {}, 'Tag'), tag),
  )
  return [bar, nothing]
}

interface Wanted {
  readonly words: readonly string[]
  readonly outcome: string
  readonly tag: string
}

function matches({ failed, tags, text }: ShownScenario, { words, outcome, tag }: Wanted): boolean {
  if (outcome !== '' && (outcome === 'failed') !== failed) return false
  if (tag !== '' && !tags.includes(tag)) return false
  return words.every((word) => word === '' || text().includes(word))
}

function choices(key: string, options: readonly (readonly [value: string, words: string])[]): HTMLSelectElement {
  return h(
    'select',
    { 'data-key': key },
    options.map(([value, words]) => h('option', { value }, words)),
  )
}
