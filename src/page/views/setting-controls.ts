import { workloadWords } from '../../report/wording/nouns.ts'
import { type Edit, editWords, policyStates, targetOf, unset, withEdit } from '../edit/edit.ts'
import { type Child, h } from '../parts/dom.ts'
import { selectOf } from '../parts/fields.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'

/** Tries a setting out; the file's own value takes the trial back. */
export function tryOut({ store, announce }: App, edit: Edit, inFile: string | undefined): void {
  store.set({ edits: withEdit(store.get().edits, edit, inFile) })
  announce(editWords(edit))
}

/** The value that a trial gives to the target of this edit, or the file's own. */
export function valueNow(state: State, edit: Edit): string {
  return state.edits.find((one) => targetOf(one) === targetOf(edit))?.value ?? edit.value
}

/** A list for one setting of the plan; `edit` carries the value of the file. */
export function settingSelect(
  app: App,
  state: State,
  label: string,
  edit: Edit,
  options: readonly (readonly [value: string, words: string])[],
  wide = false,
): HTMLElement {
  return selectOf({
    label,
    key: targetOf(edit),
    value: valueNow(state, edit),
    inFile: edit.value,
    wide,
    options,
    choose: (value) => tryOut(app, { ...edit, value }, edit.value),
  })
}

const yesNo = [
  ['true', 'yes'],
  ['false', 'no'],
] as const
const notSaid = [unset, 'not stated'] as const

/** What can be tried out on the person of the open session. */
export function personControls(app: App, state: State): Child {
  const name = state.cell?.user
  const user = name === undefined ? undefined : app.base.tenant.users.get(name)
  if (user === undefined) return undefined
  const { perUserMfaState, mfaRegistered } = user
  return h(
    'fieldset',
    {},
    h('legend', {}, h('bdi', {}, user.displayName)),
    settingSelect(
      app,
      state,
      'Per-user MFA state',
      { kind: 'user', user: user.userPrincipalName, setting: 'perUserMfaState', value: perUserMfaState ?? unset },
      [...['disabled', 'enabled', 'enforced'].map((one) => [one, one] as const), notSaid],
    ),
    settingSelect(
      app,
      state,
      'Registered for MFA',
      {
        kind: 'user',
        user: user.userPrincipalName,
        setting: 'registered',
        value: mfaRegistered === undefined ? unset : String(mfaRegistered),
      },
      [...yesNo, notSaid],
    ),
  )
}

/** What can be tried out on the whole tenant. */
export function tenantControls(app: App, state: State): Child {
  const { tenant } = app.base
  const { appPasswords } = tenant.multifactorAuthentication
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Tenant'),
    settingSelect(
      app,
      state,
      'App passwords',
      { kind: 'tenant', setting: 'appPasswords', value: appPasswords ?? unset },
      [['allowed', 'allowed'], ['blocked', 'blocked'], notSaid],
    ),
    settingSelect(
      app,
      state,
      'Security defaults',
      {
        kind: 'tenant',
        setting: 'securityDefaults',
        value: tenant.securityDefaults === undefined ? unset : String(tenant.securityDefaults),
      },
      [['true', 'on'], ['false', 'off'], notSaid],
    ),
  )
}

/** Modern authentication of each service, which decides what its clients fall back on. */
export function modernControls(app: App, state: State): Child {
  const services = [...app.base.tenant.workloads.values()].filter(
    ({ modernAuthentication }) => modernAuthentication !== undefined,
  )
  if (services.length === 0) return undefined
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Modern authentication'),
    services.map(({ name, modernAuthentication }) =>
      settingSelect(
        app,
        state,
        workloadWords[name],
        {
          kind: 'workload',
          workload: name,
          setting: 'modernAuthentication',
          value: String(modernAuthentication === 'on'),
        },
        [
          ['true', 'on'],
          ['false', 'off'],
        ],
      ),
    ),
  )
}

const stateWords: Readonly<Record<(typeof policyStates)[number], string>> = {
  enabled: 'on',
  enabledForReportingButNotEnforced: 'report only',
  disabled: 'off',
}

/** Policies, to be switched on, off, or to reporting only. */
export function policyControls(app: App, state: State): Child {
  const { policies } = app.base.tenant.conditionalAccess
  if (policies.length === 0) return undefined
  return h(
    'fieldset',
    { class: 'policies' },
    h('legend', {}, 'Conditional Access'),
    policies.map((policy) =>
      settingSelect(
        app,
        state,
        policy.name,
        { kind: 'policy', policy: policy.name, value: policy.state },
        policyStates.map((one) => [one, stateWords[one]] as const),
      ),
    ),
  )
}
