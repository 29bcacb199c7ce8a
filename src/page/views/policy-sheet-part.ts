import { type PolicySheet, policySheet, type SheetCell, type SheetRow } from '../../analysis/what-if/policy-sheet.ts'
import { policySheetCsv, policySheetMarkdown, sheetCellWords } from '../../report/text/policy-sheet.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { numberText } from '../parts/numbers.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import { questionOf, representativeOf } from '../state/policy-question.ts'
import type { State } from '../state/state.ts'
import { copyText } from './copy.ts'
import { saveFile } from './diagram-part.ts'
import { decisionBadge, policyLink, sheetMarks } from './policy-marks.ts'

/** People by policies, for the sign-in that the form describes. */
export function sheetPart(app: App): HTMLElement {
  return live(
    app,
    h('section', { class: 'sheet-part' }),
    ({ ask, edits, at }) => [ask, edits, at],
    (state) => sheetOf(app, state),
    'policies',
  )
}

function sheetOf(app: App, state: State): Child {
  const plan = app.plan(state)
  const heading = h('h2', {}, 'People by policies')
  if (plan.tenant.conditionalAccess.policies.length === 0)
    return [heading, h('p', { class: 'empty' }, 'The file has no Conditional Access policies.')]
  if (plan.grouped !== undefined) return [heading, h('p', { class: 'hint' }, tooMany(plan))]
  const { person: _everyone, ...ask } = state.ask
  const asked = questionOf(plan, { ...state, ask })
  if (!asked.ok) return undefined
  const made = policySheet(asked.question, plan.population)
  if (!made.ok) return [heading, h('pre', { class: 'problems' }, renderShown(made.diagnostics))]
  const sheet = made.value
  return [
    h('div', { class: 'part-head' }, heading, exports(app, sheet)),
    h('p', { class: 'lead' }, 'The sign-in described, made by everyone. People with the same answers share a row.'),
    legendOf(sheet),
    h(
      'div',
      { class: 'scroll-x sheet-frame', tabindex: '0', role: 'region', 'aria-label': 'People by policies' },
      tableOf(app, plan, state, sheet),
    ),
  ]
}

/** Why there is no sheet: the groups of the page are by outcome, which people share whom different policies apply to. */
const tooMany = ({ population, tenant }: Plan): string =>
  `The sheet is not made for ${numberText(population.users)} users. Name a person, or run \`authplan what-if ${tenant.file} --request request.json --everyone\`.`

function exports(app: App, sheet: PolicySheet): HTMLElement {
  return h(
    'div',
    { class: 'actions' },
    button('Save CSV', () => saveFile('policies.csv', policySheetCsv(sheet), 'text/csv'), { key: 'save csv' }),
    button('Copy Markdown', () => void copyText(app, 'the sheet', policySheetMarkdown(sheet)), {
      key: 'copy markdown',
    }),
  )
}

function legendOf({ rows }: PolicySheet): HTMLElement {
  const said = new Set(rows.flatMap(({ cells }) => cells.map(({ says }) => says)))
  // The keys of the marks are everything that a cell says.
  const all = Object.keys(sheetMarks) as readonly SheetCell['says'][]
  return h(
    'ul',
    { class: 'sheet-legend' },
    all.flatMap((says) =>
      said.has(says)
        ? [
            h(
              'li',
              {},
              h('span', { class: `mark says-${says}` }, sheetMarks[says].symbol),
              ` ${sheetMarks[says].legend}`,
            ),
          ]
        : [],
    ),
  )
}

const stateWords = { enabled: '', disabled: 'off', enabledForReportingButNotEnforced: 'report-only' } as const

function tableOf(app: App, plan: Plan, state: State, { policies, rows }: PolicySheet): HTMLElement {
  const heads = policies.map(({ name, state: stands }) =>
    h(
      'th',
      { scope: 'col' },
      policyLink(app, name),
      stateWords[stands] !== '' && h('span', { class: 'under' }, stateWords[stands]),
    ),
  )
  return h(
    'table',
    { class: 'sheet' },
    h(
      'thead',
      {},
      h('tr', {}, h('th', { scope: 'col', class: 'corner' }, 'People'), h('th', { scope: 'col' }, 'Together'), heads),
    ),
    h(
      'tbody',
      {},
      rows.map((row) => rowOf(app, plan, state, row)),
    ),
  )
}

function rowOf(app: App, plan: Plan, { ask }: State, row: SheetRow): HTMLElement {
  const chosen = ask.person !== undefined && row.representatives.includes(representativeOf(plan, ask.person))
  return h(
    'tr',
    { class: chosen ? 'chosen' : undefined },
    h('th', { scope: 'row' }, peopleOf(app, plan, row)),
    h('td', { class: 'together' }, decisionBadge(row.combined)),
    row.cells.map((cell) => h('td', { class: `says-${cell.says}` }, cellOf(cell))),
  )
}

const mostNamed = 3

function peopleOf({ store }: App, { byName }: Plan, { representatives, people }: SheetRow): Child {
  const shown = representatives.slice(0, mostNamed)
  const rest = people - shown.length
  return [
    shown.map((person) => {
      const choose = (): void => store.set({ ask: { ...store.get().ask, person } })
      const name = byName.get(person)?.displayName ?? person
      return h(
        'button',
        { type: 'button', class: 'link', 'data-key': `row ${person}`, onclick: choose },
        h('bdi', {}, name),
      )
    }),
    rest > 0 && h('span', { class: 'under' }, `and ${rest} more`),
  ]
}

function cellOf(cell: SheetCell): Child {
  const words = sheetCellWords(cell)
  return [
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, sheetMarks[cell.says].symbol),
    h('span', { class: 'word' }, words),
  ]
}
