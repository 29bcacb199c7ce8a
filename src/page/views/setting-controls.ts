import { workloadWords } from '../../report/wording/nouns.ts'
import { capital } from '../../report/wording/phrasing.ts'
import type { Change } from '../../source/edit/change.ts'
import { policyStates } from '../../tenant/settings/conditional-access.ts'
import { openDisputes } from '../../tenant/settings/disputes.ts'
import { partsToSet } from '../../tenant/settings/parts-to-set.ts'
import { pathOfSetting, type Settings, settingsInForce, statedValue } from '../../tenant/settings/setting.ts'
import { tenantSettings } from '../../tenant/settings/tenant.ts'
import { userSettings } from '../../tenant/settings/users.ts'
import { workloadSettings } from '../../tenant/settings/workloads.ts'
import { editWords, targetOf, textOfValue, unset, valueOfText, withEdit } from '../edit/edit.ts'
import { type Child, h } from '../parts/dom.ts'
import { selectOf } from '../parts/fields.ts'
import { isListed, statedAt } from '../plan/stated.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'

/** Tries a setting out; the file's own value takes the trial back. */
function tryOut({ store, announce }: App, edit: Change, inFile: unknown): void {
  store.set({ edits: withEdit(store.get().edits, edit, inFile) })
  announce(editWords(edit))
}

/** The value that a trial gives to the target of this change, or the file's own. */
function valueNow(state: State, edit: Change): unknown {
  const tried = state.edits.find((one) => targetOf(one) === targetOf(edit))
  return tried === undefined ? edit.value : tried.value
}

/** A list for one setting of the plan; `edit` carries the value of the file. */
export function settingSelect(
  app: App,
  state: State,
  label: string,
  edit: Change,
  options: readonly (readonly [value: string, words: string])[],
  wide = false,
): HTMLElement {
  return selectOf({
    label,
    key: targetOf(edit),
    value: textOfValue(valueNow(state, edit)),
    inFile: textOfValue(edit.value),
    wide,
    options,
    choose: (text) => tryOut(app, { ...edit, value: valueOfText(text) }, edit.value),
  })
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(wordsOf).join(', ')
  return value === true ? 'yes' : value === false ? 'no' : String(value)
}

/** The values of a setting to choose from, those that exports state first, and that it is not stated. */
function optionsOf(values: readonly unknown[], disputed: readonly unknown[] | undefined) {
  const texts = new Map([...(disputed ?? []), ...values].map((value) => [textOfValue(value), wordsOf(value)] as const))
  return [...texts, [unset, disputed === undefined ? 'not stated' : 'exports disagree'] as const]
}

/** A list for each setting of a thing that has a label, and for each on which exports disagree. */
export function settingFields(app: App, state: State, settings: Settings, path: Change['path']): readonly Child[] {
  const stated = statedAt(app.base, path)
  const disputes = openDisputes(stated)
  return settingsInForce(settings, stated).flatMap(([key, row]) => {
    const disputed = disputes[key]
    const label = row.label ?? (disputed === undefined ? undefined : capital(row.title))
    if (label === undefined || (row.values.length === 0 && disputed === undefined)) return []
    const at = [...path, ...pathOfSetting(key, row, stated[key])]
    const value = statedValue(row, stated[key])
    const options = optionsOf(row.values, disputed)
    const wide = options.some(([, words]) => words.length > 12)
    return [settingSelect(app, state, label, { path: at, value }, options, wide)]
  })
}

/** Why nothing can be tried out on a user of a file beside. */
function personBeside({ base }: App, { cell }: State): Child {
  const { population } = base.tenant
  const person = base.byName.get(cell?.user ?? '')
  if (population === undefined || person === undefined) return undefined
  const why = `Stated in ${population.from}, which this page does not change.`
  return h('fieldset', {}, h('legend', {}, h('bdi', {}, person.displayName)), h('p', { class: 'hint' }, why))
}

/** What can be tried out on the user of the open session, where the file itself holds the people. */
export function personControls(app: App, state: State): Child {
  const user = app.base.tenant.users.get(state.cell?.user ?? '')
  if (user === undefined) return personBeside(app, state)
  if (!isListed(app.base, 'users', user.userPrincipalName)) return undefined
  return h(
    'fieldset',
    {},
    h('legend', {}, h('bdi', {}, user.displayName)),
    settingFields(app, state, userSettings, ['users', { item: user.userPrincipalName }]),
  )
}

/** What can be tried out on the whole tenant. */
export function tenantControls(app: App, state: State): Child {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Tenant'),
    partsToSet(statedAt(app.base, [])).map(([part, settings]) => settingFields(app, state, settings, [part])),
    settingFields(app, state, tenantSettings, []),
  )
}

/** What can be tried out on each service of the tenant. */
export function workloadControls(app: App, state: State): Child {
  return [...app.base.tenant.workloads.keys()].flatMap((name) => {
    const fields = settingFields(app, state, workloadSettings[name], ['workloads', name])
    return fields.length === 0 ? [] : [h('fieldset', {}, h('legend', {}, workloadWords[name]), fields)]
  })
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
        { path: ['conditionalAccess', 'policies', { item: policy.name }, 'state'], value: policy.state },
        policyStates.map((one) => [one, stateWords[one]] as const),
      ),
    ),
  )
}
