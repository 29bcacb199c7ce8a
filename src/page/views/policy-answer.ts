import { type SheetCell, sheetAnswer } from '../../analysis/what-if/policy-sheet.ts'
import { policyInWords } from '../../analysis/wording/policy-in-words.ts'
import { combinedInWords } from '../../report/text/policy-grid.ts'
import { sheetCellWords } from '../../report/text/policy-sheet.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import { questionOf } from '../state/policy-question.ts'
import type { State } from '../state/state.ts'
import { decisionBadge, policyLink, sheetMarks } from './policy-marks.ts'

/** What all policies answer for one person, and each of them; nothing while the question is about everyone. */
export function policyAnswer(app: App, state: State): Child {
  const plan = app.plan(state)
  if (plan.tenant.conditionalAccess.policies.length === 0) return undefined
  const asked = questionOf(plan, state)
  if (!asked.ok) return h('pre', { class: 'problems', role: 'alert' }, asked.problems)
  if (state.ask.person === undefined) return undefined
  const answered = sheetAnswer(asked.question)
  if (!answered.ok) return h('pre', { class: 'problems', role: 'alert' }, renderShown(answered.diagnostics))
  const { cells, combined } = answered.value
  const { tenant } = asked.question
  const name = plan.byName.get(state.ask.person)?.displayName ?? state.ask.person
  const rows = tenant.conditionalAccess.policies.flatMap((policy, index) => {
    const cell = cells[index]
    return cell === undefined ? [] : [{ policy, cell }]
  })
  return [
    h('h2', {}, h('bdi', {}, name), ' ', decisionBadge(combined)),
    h('p', { class: 'lead' }, combinedInWords(combined)),
    groups.map(({ title, says }) => {
      const those = rows.filter(({ cell }) => says.includes(cell.says))
      return those.length > 0 && groupOf(app, tenant, title, those)
    }),
  ]
}

const groups: readonly { readonly title: string; readonly says: readonly SheetCell['says'][] }[] = [
  { title: 'Applies', says: ['applies'] },
  { title: 'Depends on what is not stated', says: ['depends'] },
  { title: 'Would apply; report-only', says: ['reports'] },
  { title: 'Does not apply', says: ['exempt', 'misses', 'empty', 'off'] },
]

interface Line {
  readonly policy: Policy
  readonly cell: SheetCell
}

function groupOf(app: App, tenant: Tenant, title: string, lines: readonly Line[]): HTMLElement {
  return h(
    'section',
    { class: 'answer-group' },
    h('h3', {}, title, h('span', { class: 'under' }, ` ${lines.length}`)),
    h(
      'ul',
      { class: 'answer-lines' },
      lines.map(({ policy, cell }) => lineOf(app, tenant, policy, cell)),
    ),
  )
}

function lineOf(app: App, tenant: Tenant, policy: Policy, cell: SheetCell): HTMLElement {
  const { grant, session } = policyInWords(policy, tenant)
  const does = cell.says === 'applies' || cell.says === 'reports' || cell.says === 'depends'
  const { symbol } = sheetMarks[cell.says]
  const why = cell.says === 'applies' || cell.says === 'reports' ? '' : whyWords(cell)
  return h(
    'li',
    { class: `answer-line says-${cell.says}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
    h(
      'div',
      {},
      policyLink(app, policy.name),
      why !== '' && h('span', { class: 'why' }, ` ${why}`),
      does && h('p', { class: 'under' }, [...grant, ...session].join(' ')),
    ),
  )
}

const whyWords = (cell: SheetCell): string =>
  cell.says === 'exempt' ? 'exempt: the user is excluded' : cell.says === 'off' ? 'switched off' : sheetCellWords(cell)
