import type { PageScenario, PageSignIn, PageStep } from '../../report/pages/page-data.ts'
import { purposeWords } from '../../report/wording/nouns.ts'
import { type Purpose, purposes } from '../../vocabulary/requests.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'

/** One scenario of a run: how it ended, its steps, why it failed, and the sign-ins that it played. */
export function scenarioItem(app: App, scenario: PageScenario): HTMLElement {
  const { name, line, status, message, changed, tags, steps, signIns } = scenario
  const passed = status === 'passed'
  return h(
    'li',
    { class: `scenario ${passed ? 'passed' : 'failed'}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, passed ? '✓' : '✕'),
    h('span', { class: 'for-reader' }, passed ? 'holds: ' : 'failed: '),
    ' ',
    h('bdi', {}, name),
    h('span', { class: 'under' }, ` line ${line}${changed === true ? ', with changes to the file' : ''}`),
    tags?.map((tag) => h('span', { class: 'tag' }, tag)),
    steps !== undefined &&
      h('details', { open: !passed }, h('summary', {}, 'steps'), h('ol', { class: 'run-steps' }, steps.map(stepItem))),
    message !== undefined && reasonOf(message),
    signIns !== undefined && signInLinks(app, signIns, changed === true),
  )
}

/** The most lines of a failure that are shown before one asks for more: expected, actual, and of which sign-in. */
const firstLines = 3

function reasonOf(message: string): Child {
  const lines = message.split('\n')
  const rest = lines.slice(firstLines)
  return [
    h('pre', {}, lines.slice(0, firstLines).join('\n')),
    rest.length > 0 &&
      h('details', {}, h('summary', {}, 'decisions, and what would make it pass'), h('pre', {}, rest.join('\n'))),
  ]
}

const stepSigns: Readonly<Record<string, string>> = { passed: '✓', skipped: '–' }

function stepItem({ keyword, text, status }: PageStep): HTMLElement {
  return h(
    'li',
    { class: `run-step ${status}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, stepSigns[status] ?? '✕'),
    h('span', { class: 'for-reader' }, `${status}: `),
    h('b', {}, ` ${keyword} `),
    h('bdi', {}, text),
  )
}

/** Each leads to its cell, with the diagram; a scenario that changed the file first was played on another one. */
function signInLinks(app: App, signIns: readonly PageSignIn[], changed: boolean): Child {
  const { users, clients, networks } = app.base.tenant
  const known = signIns.flatMap(({ user, client, purpose, network }) => {
    const wanted = purposes.find((one) => one === purpose)
    const there = users.has(user) && clients.has(client) && networks.has(network)
    return wanted === undefined || !there ? [] : [{ user, client, purpose: wanted, network }]
  })
  if (known.length === 0) return undefined
  return h(
    'p',
    { class: 'where' },
    changed ? 'Sign-ins, here without the changes of the scenario: ' : 'Sign-ins: ',
    known.map((one, index) => [index > 0 && ', ', signInLink(app, one)]),
  )
}

function signInLink(
  app: App,
  { user, client, purpose, network }: { user: string; client: string; purpose: Purpose; network: string },
): HTMLElement {
  const open = (): void => app.store.set({ view: 'credentials', network, cell: { user, client, purpose } }, 'push')
  const words = `${user} with ${client} to ${purposeWords[purpose]} from ${network}`
  return h('button', { type: 'button', class: 'link', onclick: open }, h('bdi', {}, words))
}
