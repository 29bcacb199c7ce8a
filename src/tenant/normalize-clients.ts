import { clientSettings } from '../catalog/client-settings.ts'
import { clients as catalog, clientOf } from '../catalog/clients.ts'
import { parseInstant } from '../source/text/parse-values.ts'
import { present } from './freeze.ts'
import { isOwnClient, ownClient } from './own-client.ts'
import { below, factPaths, type Place, pathsBelow, placed } from './place.ts'
import { clientSettings as clientRows, registryFacts } from './settings/clients.ts'
import { deviceSettings } from './settings/devices.ts'
import { factKeysOf } from './settings/setting.ts'
import type { Device, TenantClient } from './tenant.ts'
import type { ClientFile, DeviceFile, TenantFile } from './tenant-file.ts'

const clientFacts = factPaths({ ...pathsBelow('registry', registryFacts), ...factKeysOf(clientRows) })

const settingNames = new Map(clientSettings.map(({ name }) => [name.toLowerCase(), name]))

/** Registry values under their published names: Windows ignores the case of a name. */
export function publishedNames(registry: Readonly<Record<string, number | string>>): TenantClient['registry'] {
  return Object.fromEntries(
    Object.entries(registry).map(([name, value]) => [settingNames.get(name.toLowerCase()) ?? name, value]),
  )
}

/** A restored account is as old as its backup. */
function accountSetup(file: ClientFile): TenantClient['accountSetup'] {
  return file.accountSetup === 'restored-from-backup' ? 'before-modern' : file.accountSetup
}

/** A client of the catalog of which the tenant says nothing more. */
export function catalogClient(id: string): TenantClient | undefined {
  const product = clientOf(id)
  if (product === undefined) return undefined
  return { origins: {}, assumed: {}, name: id, displayName: product.name, product, registry: {} }
}

/** A catalog client that stands for many programs takes the app id of the one in use. */
function catalogProduct(file: ClientFile): TenantClient['product'] | undefined {
  const product = clientOf((file.client ?? file.name).toLowerCase())
  if (product === undefined || file.appId === undefined || product.appId !== undefined) return product
  return { ...product, appId: file.appId }
}

function clientFrom(place: Place, file: ClientFile, devices: ReadonlyMap<string, Device>): TenantClient | undefined {
  const product = isOwnClient(file) ? ownClient(file) : catalogProduct(file)
  if (product === undefined) return undefined
  const device = file.device === undefined ? undefined : devices.get(file.device.toLowerCase())
  return present({
    ...placed(place, file, clientFacts),
    assumed: {},
    name: file.name,
    displayName: file.displayName ?? (file.client === undefined ? product.name : file.name),
    product,
    registry: publishedNames(file.registry ?? {}),
    build: file.build,
    installation: file.installation,
    accountSetup: accountSetup(file),
    accountServer: file.accountServer,
    device,
    deviceSingleSignOn: file.deviceSingleSignOn,
    registrarCertificate: file.registrarCertificate,
    wsTrust: file.wsTrust,
    users: file.users,
  })
}

/** The clients in use by name: the declared ones, or the catalog, except for what has to be named, when the file is silent. */
export function normalizeClients(
  place: Place,
  file: TenantFile,
  devices: ReadonlyMap<string, Device>,
): ReadonlyMap<string, TenantClient> {
  if (file.clients === undefined) {
    const whole = catalog
      .flatMap(({ id }) => catalogClient(id) ?? [])
      .filter(({ product }) => product.onlyNamed !== true)
    return new Map(whole.map((client) => [client.name, client]))
  }
  const found = file.clients.flatMap((one, index) => {
    const at = below(place, 'clients', index)
    if (typeof one !== 'string') return clientFrom(at, one, devices) ?? []
    const client = catalogClient(one.toLowerCase())
    return client === undefined ? [] : { ...client, ...placed(at, one, []) }
  })
  return new Map(found.map((client) => [client.name, client]))
}

const deviceFacts = factPaths(factKeysOf(deviceSettings))

/** The settings of a device that are no property of Graph's device resource. */
const ownKeys: readonly string[] = [
  'name',
  'platform',
  'domainJoined',
  'registered',
  'accountEnabled',
  'unlockedWith',
  'unlockedAt',
  'unlockedOnline',
  'helloTrust',
]

/** The settings that are properties of Graph's device resource. */
const propertyKeys: ReadonlySet<string> = new Set(Object.keys(deviceSettings).filter((key) => !ownKeys.includes(key)))

function device(place: Place, file: DeviceFile): Device {
  const properties: Record<string, string> = {}
  // A property that Graph returns as null is known to be empty; a device that nothing judged is not compliant.
  for (const [key, value] of Object.entries(file))
    if (value !== undefined && propertyKeys.has(key))
      properties[key] = String(value ?? (key === 'isCompliant' ? false : ''))
  const joined = file.domainJoined ?? (file['trustType'] === 'ServerAD' ? true : undefined)
  const registered = file.registered ?? (file['trustType'] === undefined ? undefined : true)
  return present({
    ...placed(place, file, deviceFacts),
    assumed: {},
    name: file.name,
    platform: file.platform,
    domainJoined: joined,
    registered,
    unlockedWith: file.unlockedWith,
    unlockedAt: parseInstant(file.unlockedAt ?? ''),
    unlockedOnline: file.unlockedOnline,
    helloTrust: file.helloTrust,
    properties,
  })
}

/** The devices by lower-cased name. */
export function normalizeDevices(place: Place, file: TenantFile): ReadonlyMap<string, Device> {
  const devices = file.devices ?? []
  return new Map(devices.map((one, index) => [one.name.toLowerCase(), device(below(place, 'devices', index), one)]))
}
