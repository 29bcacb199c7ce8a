import type { PageEffect, PageReplay, PageTally } from '../../report/pages/page-replay.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import { weeksChart } from './weeks-chart.ts'

/** What recorded sign-ins say of the tenant file, and for whom a plan changes what. */
export function recordedView(app: App): HTMLElement {
  const { replay } = app.data
  if (replay === undefined) return h('section', { class: 'page-part' })
  const parts = h('div', {}, planPart(replay), calibrationPart(replay))
  return h(
    'section',
    { class: 'page-part recorded' },
    h('h2', {}, 'Recorded sign-ins'),
    replay.read.map((line) => h('p', { class: 'lead' }, line)),
    h(
      'p',
      { class: 'lead' },
      h('strong', {}, replay.explained.charAt(0).toUpperCase() + replay.explained.slice(1)),
      '. Changes made on this page are not replayed.',
    ),
    filterBar(parts),
    parts,
  )
}

/** Shows the rows and items that hold every word. */
function filterBar(parts: HTMLElement): HTMLElement {
  const search = h('input', { type: 'search', placeholder: 'search', 'data-key': 'search recorded' })
  const nothing = h('p', { class: 'empty', hidden: true }, 'No row matches.')
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\s+/)
    const rows = [...parts.querySelectorAll<HTMLElement>('tbody tr, .disagreement, .person')]
    for (const row of rows) {
      const text = row.textContent?.toLowerCase() ?? ''
      row.hidden = !words.every((word) => text.includes(word))
    }
    nothing.hidden = rows.some(({ hidden }) => !hidden)
  })
  return h('div', { class: 'bar' }, h('label', { class: 'field' }, h('span', {}, 'Rows'), search), nothing)
}

function planPart({ plan }: PageReplay): Child {
  if (plan === undefined) return undefined
  const series = plan.effects.map(({ title, bad, weeks }) => ({
    name: title.split(':', 1)[0] ?? title,
    tone: bad ? ('bad' as const) : ('open' as const),
    values: new Map(weeks.map(({ name, signIns }) => [name, signIns])),
  }))
  return h(
    'section',
    {},
    h('h3', {}, 'Under the plan: ', h('bdi', {}, plan.title)),
    h('p', { class: 'under' }, plan.judged),
    plan.quiet.map((words) => h('p', {}, words)),
    weeksChart('Sign-ins that the plan changes, by week', series),
    plan.effects.map(effectPart),
  )
}

function effectPart({ title, bad, parts, people }: PageEffect): HTMLElement {
  return h(
    'section',
    { class: 'effect' },
    h('h4', { class: bad ? 'bad' : '' }, title),
    parts.map(({ heading, groups }) =>
      table(
        [heading, 'People', 'Sign-ins'],
        groups.map(({ name, people: who, signIns }) => [name, who, signIns]),
      ),
    ),
    people.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, `${people.length} by name`),
        h(
          'ul',
          { class: 'names' },
          people.map((name) => h('li', { class: 'person' }, h('bdi', {}, name))),
        ),
      ),
  )
}

const columns = ['Agree', 'Disagree', 'Undetermined', 'Not comparable'] as const
const cells = ({ name, agrees, disagrees, undetermined, notComparable }: PageTally) =>
  [name, agrees, disagrees, undetermined, notComparable] as const

function calibrationPart({ tables, weeks, disagreements, words }: PageReplay): HTMLElement {
  const by = (of: (tally: PageTally) => number) => new Map(weeks.map((one) => [one.name, of(one)]))
  return h(
    'section',
    {},
    h('h3', {}, 'Does the tenant file explain the log?'),
    weeksChart('Sign-ins by week', [
      { name: 'disagree', tone: 'bad', values: by(({ disagrees }) => disagrees) },
      { name: 'undetermined', tone: 'open', values: by(({ undetermined }) => undetermined) },
      { name: 'agree', tone: 'good', values: by(({ agrees }) => agrees) },
    ]),
    disagreements.length === 0 && h('p', {}, 'The log and the tenant file do not disagree.'),
    disagreements.length > 0 &&
      h(
        'ul',
        { class: 'disagreements' },
        disagreements.map(({ title, lines }) =>
          h(
            'li',
            { class: 'disagreement' },
            h('p', { class: 'bad' }, title),
            lines.map((line) => h('p', { class: 'under' }, line)),
          ),
        ),
      ),
    tables.map(({ heading, rows }) => table([heading, ...columns], rows.map(cells))),
    words.map(({ heading, rows }) =>
      table(
        [heading, 'Sign-ins'],
        rows.map(({ name, signIns }) => [name, signIns]),
      ),
    ),
  )
}

type Cell = string | number

/** A table whose first column names its rows. */
function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const heading = (text: string, index: number) =>
    h('th', { scope: 'col', class: typeof rows[0]?.[index] === 'number' ? 'number' : '' }, text)
  const cell = (value: Cell) =>
    typeof value === 'number' ? h('td', { class: 'number' }, `${value}`) : h('td', {}, value)
  return h(
    'div',
    { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': headings[0] },
    h(
      'table',
      { class: 'plain' },
      h('thead', {}, h('tr', {}, headings.map(heading))),
      h(
        'tbody',
        {},
        rows.map(([name = '', ...more]) =>
          h('tr', {}, h('th', { scope: 'row' }, h('bdi', {}, String(name))), more.map(cell)),
        ),
      ),
    ),
  )
}
