import { signalValues } from '../../analysis/wording/signal-words.ts'
import { clientAppTypes } from '../../vocabulary/policies.ts'
import { type Child, h } from '../parts/dom.ts'
import { button, selectOf } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { App } from '../state/app.ts'
import { devicesOf, missingOf, type Option, requestOf, targetsOf, usualTarget } from '../state/asked.ts'
import type { QuestionKey, State } from '../state/state.ts'
import { copyText } from './copy.ts'

const asIs = (words: readonly string[]): readonly Option[] => words.map((word) => [word, word])
const unstated: Option = ['', 'not stated']

const clientWords: Readonly<Record<(typeof clientAppTypes)[number], string>> = {
  browser: 'browser',
  mobileAppsAndDesktopClients: 'mobile or desktop app',
  exchangeActiveSync: 'Exchange ActiveSync',
  other: 'other (legacy)',
}
const flowWords: readonly Option[] = [
  ['none', 'neither'],
  ['deviceCodeFlow', 'device code flow'],
  ['authenticationTransfer', 'authentication transfer'],
]
const readingWords: readonly Option[] = [
  ['undetermined', 'stays open'],
  ['none', 'is absent, as in the vendor’s API'],
  ['matches', 'matches every condition'],
]

/** Asks all policies about one sign-in; whatever is left out is not stated. */
export function questionForm(app: App, state: State): Child {
  const { store } = app
  const plan = app.plan(state)
  const { tenant } = plan
  const say = (key: QuestionKey, value: string): void => {
    const { [key]: _before, ...rest } = store.get().ask
    store.set({ ask: value === '' ? rest : { ...rest, [key]: value } })
  }
  const field = (key: QuestionKey, label: string, options: readonly Option[], usual = ''): HTMLElement =>
    selectOf({
      label,
      key: `ask ${key}`,
      value: state.ask[key] ?? usual,
      options,
      choose: (value) => say(key, value === usual ? '' : value),
      wide: true,
    })
  const clients = clientAppTypes.map((type): Option => [type, clientWords[type]])
  return [
    h('p', { class: 'hint' }, 'Describe a sign-in; every policy answers.'),
    plan.grouped === undefined
      ? field('person', 'Person', peopleOf(plan))
      : textField(state, 'person', manyPeople, say),
    field('target', 'To', targetsOf(tenant), usualTarget),
    field('client', 'Client app', [unstated, ...clients]),
    field('platform', 'Platform', [unstated, ...asIs(signalValues.devicePlatform)]),
    field('device', 'Device', [unstated, ...devicesOf(tenant)]),
    textField(state, 'address', address, say),
    knownAddresses(app),
    field('signInRisk', 'Sign-in risk', [unstated, ...asIs(signalValues.signInRiskLevel)]),
    field('userRisk', 'User risk', [unstated, ...asIs(signalValues.userRiskLevel)]),
    field('flow', 'Authentication flow', [unstated, ...flowWords]),
    field('missing', 'What is not stated', readingWords, missingOf({})),
    actions(app, state),
  ]
}

const peopleOf = ({ people }: Plan): readonly Option[] => [
  ['', 'everyone, as a sheet'],
  ...people.map(({ name, displayName }): Option => [name, displayName]),
]

/** A text that is asked about; `more` are attributes of its own. */
function textField(
  { ask }: State,
  key: 'person' | 'address',
  more: Readonly<Record<'label' | 'placeholder', string>> & { readonly list?: string },
  say: (key: QuestionKey, value: string) => void,
): HTMLElement {
  const { label, ...attributes } = more
  const input = h('input', {
    type: 'text',
    value: ask[key] ?? '',
    spellcheck: 'false',
    autocomplete: 'off',
    'data-key': `ask ${key}`,
    onchange: ({ target }) => target instanceof HTMLInputElement && say(key, target.value.trim()),
    ...attributes,
  })
  return h('label', { class: 'field wide' }, h('span', {}, label), input)
}

const manyPeople = { label: 'Person', placeholder: 'user principal name' } as const
const address = { label: 'Address', placeholder: 'not stated', list: 'addresses-of-networks' } as const

/** The addresses of the networks of the file, which are offered. */
function knownAddresses({ base }: App): HTMLElement {
  const known = [...base.tenant.networks.values()].flatMap(({ name, ranges = [] }) =>
    ranges.map((range) => h('option', { value: range.replace(/\/.*$/, '') }, name)),
  )
  return h('datalist', { id: address.list }, known)
}

function actions(app: App, { ask }: State): HTMLElement {
  const copy = (): void => {
    const { tenant } = app.plan(app.store.get())
    void copyText(app, 'the request', `${JSON.stringify(requestOf(tenant, app.store.get().ask), undefined, 2)}\n`)
  }
  return h(
    'div',
    { class: 'actions' },
    button('Copy request', copy, {
      key: 'copy request',
      title: 'The body of Graph’s conditionalAccess/evaluate, for `authplan what-if --request`',
    }),
    Object.keys(ask).length > 0 && button('Reset', () => app.store.set({ ask: {} }), { key: 'reset question' }),
  )
}
