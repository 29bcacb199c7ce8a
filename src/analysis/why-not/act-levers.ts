import type { Platform } from '../../catalog/client.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { registrableMethods } from '../../vocabulary/methods.ts'
import { isNamed, type Lever, listIn, type Workbench } from './lever.ts'

/** Changes that people make or receive without a change of settings: a method, a role, an enrolled device. */
export function actLevers(bench: Workbench, inline: boolean): readonly Lever[] {
  return [...(inline ? [...methodLevers(bench), ...roleLevers(bench)] : []), ...enrolmentLevers(bench)]
}

/** Methods that users register themselves; others are issued, mailed, or belong to the identity provider. */
const selfRegistered = [
  'fido2',
  'windowsHelloForBusiness',
  'deviceBasedPush',
  'microsoftAuthenticatorPush',
  'softwareOath',
  'x509CertificateMultiFactor',
] as const satisfies readonly (typeof registrableMethods)[number][]

interface Entry {
  readonly index: number
  readonly user: Mapping
}

function userEntry({ file, request }: Workbench): Entry | undefined {
  const users = listIn(file, 'users')
  const index = users.findIndex((item) => isNamed(item, request.user, ['userPrincipalName']))
  const user = users[index]
  return isMapping(user) ? { index, user } : undefined
}

function methodLevers(bench: Workbench): readonly Lever[] {
  const entry = userEntry(bench)
  if (entry === undefined || !Array.isArray(entry.user['methods'])) return []
  const methods: readonly unknown[] = entry.user['methods']
  const path = ['users', entry.index, 'methods']
  const registered = entry.user['registered'] === false
  return selfRegistered
    .filter((method) => !methods.includes(method))
    .map((method) => ({
      kind: 'user-method',
      dimension: path.join('\u0000'),
      what: `users[${bench.request.user}].methods`,
      to: JSON.stringify(method),
      edits: [
        { path: [...path, methods.length], value: method },
        ...(registered ? [{ path: ['users', entry.index, 'registered'], value: true }] : []),
      ],
    }))
}

/** The roles that policies include or exclude; without such a policy a role affects no sign-in. */
function rolesOf({ policies }: Workbench): readonly string[] {
  const named = policies.flatMap(({ policy: { conditions } }) => {
    const people = isMapping(conditions) && isMapping(conditions['users']) ? conditions['users'] : {}
    return [...listIn(people, 'excludeRoles'), ...listIn(people, 'includeRoles')]
  })
  return [...new Set(named.filter((role) => typeof role === 'string'))]
}

function roleLevers(bench: Workbench): readonly Lever[] {
  const entry = userEntry(bench)
  if (entry === undefined || !Array.isArray(entry.user['roles'])) return []
  const held: readonly unknown[] = entry.user['roles']
  const path = ['users', entry.index, 'roles']
  return rolesOf(bench)
    .filter((role) => !held.some((one) => isNamed(one, role, ['role'])))
    .map((role) => ({
      kind: 'user-role',
      dimension: path.join('\u0000'),
      what: `users[${bench.request.user}].roles`,
      to: JSON.stringify(role),
      edits: [{ path: [...path, held.length], value: role }],
    }))
}

/** The device management states that policies can require. */
const enrolments = [
  ['managed device', { trustType: 'AzureAD', isCompliant: true }],
  ['joined device', { trustType: 'ServerAD', domainJoined: true }],
] as const

const enrollable: ReadonlySet<Platform> = new Set(['windows', 'macOS', 'iOS', 'android', 'linux'])

/** Moves the client to an enrolled device, if the file declares no such device for it. */
function enrolmentLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const clients = listIn(file, 'clients')
  const index = clients.findIndex((item) => isNamed(item, request.client, ['name']))
  const client = tenant.clients.get(request.client)
  if (client === undefined || index < 0 || client.device !== undefined) return []
  const { platform } = client.product
  const joins = platform === 'any' ? 'windows' : platform
  if (!enrollable.has(joins)) return []
  const devices = listIn(file, 'devices')
  return enrolments
    .filter(([name, { trustType }]) => !tenant.devices.has(name) && (joins === 'windows' || trustType === 'AzureAD'))
    .map(([name, properties]) => ({
      kind: 'device-enrolment',
      dimension: ['clients', index, 'device'].join('\u0000'),
      what: `clients[${client.name}].device`,
      to: JSON.stringify(name),
      edits: [
        { path: ['devices', devices.length], value: { name, platform: joins, ...properties } },
        { path: ['clients', index, 'device'], value: name },
      ],
    }))
}
