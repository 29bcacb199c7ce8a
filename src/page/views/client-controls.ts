import { clientSettings } from '../../catalog/client-settings.ts'
import { clients as catalog, clientOf } from '../../catalog/clients.ts'
import { clientSettingsOf } from '../../tenant/settings/clients.ts'
import type { TenantClient } from '../../tenant/tenant.ts'
import { unset } from '../edit/edit.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { settingFields, settingSelect } from './setting-controls.ts'

/** Registry values that have more to say than the order of autodiscover come first; the rest stays in the file. */
const mostSettings = 4

/** What can be tried out on the client of the open session: its version, its registry, its device. */
export function clientControls(app: App, state: State): Child {
  const client = state.cell === undefined ? undefined : app.base.tenant.clients.get(state.cell.client)
  if (client === undefined) return undefined
  return h(
    'fieldset',
    {},
    h('legend', {}, h('bdi', {}, client.displayName)),
    versionControl(app, state, client),
    registryControls(app, state, client),
    deviceControl(app, state, client),
    settingFields(app, state, clientSettingsOf(productNow(app, state, client)), pathOf(client)),
  )
}

const pathOf = ({ name }: TenantClient) => ['clients', { item: name }] as const

/** What the client is with what is tried out. */
const productNow = (app: App, state: State, client: TenantClient): TenantClient['product'] =>
  (app.plan(state).tenant.clients.get(client.name) ?? client).product

function versionControl(app: App, state: State, client: TenantClient): Child {
  const { id, kind, platform } = client.product
  if (clientOf(id) === undefined) return undefined
  const kin = catalog.filter((one) => one.kind === kind && (kind === 'mail' ? one.platform === platform : true))
  return settingSelect(
    app,
    state,
    'Version',
    { path: [...pathOf(client), 'client'], value: id },
    kin.map((one) => [one.id, one.name] as const),
    true,
  )
}

function registryControls(app: App, state: State, client: TenantClient): Child {
  const { id } = productNow(app, state, client)
  const settings = clientSettings
    .filter(({ clients, key }) => key !== undefined && clients.includes(id))
    .slice(0, mostSettings)
  return settings.map(({ name, values }) => {
    return settingSelect(
      app,
      state,
      name,
      { path: [...pathOf(client), 'registry', name], value: client.registry[name] },
      [[unset, 'not set'], ...values.map((value) => [String(value), String(value)] as const)],
    )
  })
}

function deviceControl(app: App, state: State, client: TenantClient): Child {
  const devices = [...app.base.tenant.devices.values()]
  if (devices.length === 0) return undefined
  return settingSelect(
    app,
    state,
    'Device',
    { path: [...pathOf(client), 'device'], value: client.device?.name },
    [[unset, 'not stated'], ...devices.map(({ name }) => [name, name] as const)],
    true,
  )
}
