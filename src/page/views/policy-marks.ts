import type { SheetCell } from '../../analysis/what-if/policy-sheet.ts'
import { decidedInBrief } from '../../report/text/policy-sheet.ts'
import type { CombinedDecision, PolicyDecision } from '../../vocabulary/policies.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import { h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'

/** The sign of each thing that a policy can do, and its word in the legend. */
export const sheetMarks: Readonly<Record<SheetCell['says'], { readonly symbol: string; readonly legend: string }>> = {
  applies: { symbol: '✓', legend: 'applies' },
  depends: { symbol: '?', legend: 'depends on what is not stated' },
  exempt: { symbol: '⊘', legend: 'exempt: the person is excluded' },
  reports: { symbol: '◐', legend: 'report-only' },
  misses: { symbol: '·', legend: 'misses by a condition' },
  empty: { symbol: '·', legend: 'asks for nothing' },
  off: { symbol: '○', legend: 'off' },
}

const tones: Readonly<Record<PolicyDecision, string>> = {
  allow: 'tone-interactive',
  block: 'tone-blocked',
  'controls-required': 'tone-account-password',
  'cannot-satisfy': 'tone-blocked',
  undetermined: 'tone-undetermined',
}

/** What all policies together decide. */
export function decisionBadge(combined: CombinedDecision): HTMLElement {
  return h('span', { class: `badge decision ${tones[combined.decision]}` }, decidedInBrief(combined))
}

/** A policy by its name; it opens the policy in the list of all. */
export function policyLink({ store }: App, name: PolicyName): HTMLElement {
  const open = (): void => {
    store.set({ policy: name })
    document.getElementById('open-policy')?.scrollIntoView({ block: 'nearest' })
  }
  return h('button', { type: 'button', class: 'link', onclick: open }, h('bdi', {}, name))
}
