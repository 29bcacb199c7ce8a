import { applicationOf, applications } from '../../catalog/applications.ts'
import type { MissingReading } from '../../simulate/conditional-access/sign-in.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Ask } from './state.ts'

/** A value to choose and its words. */
export type Option = readonly [value: string, words: string]

/** What a question is about if it does not say. */
export const usualTarget = '00000002-0000-0ff1-ce00-000000000000'

const actions: readonly Option[] = [
  ['action:registerSecurityInformation', 'registering security information'],
  ['action:registerOrJoinDevices', 'registering or joining a device'],
]

/** Everything that a sign-in can be for: services of the tenant first, then its own applications, then the others. */
export function targetsOf(tenant: Tenant): readonly Option[] {
  const named = ({ name, appIds: [id] }: (typeof applications)[number]): readonly Option[] =>
    id === undefined ? [] : [[id, name]]
  const inUse = [...tenant.workloads.keys()].flatMap((name) => applicationOf(name) ?? [])
  const others = applications.filter(({ role }) => role !== 'client')
  const contexts = tenant.conditionalAccess.authenticationContexts.map(
    ({ id, name }): Option => [`context:${id}`, `authentication context ${name}`],
  )
  const all = [
    ...inUse.flatMap(named),
    ...[...tenant.applications.values()].map(({ name, appId }): Option => [appId, name]),
    ...contexts,
    ...actions,
    ...others.flatMap(named),
  ]
  return [...new Map(all).entries()]
}

function contextOf(target: string): Readonly<Record<string, unknown>> {
  const [kind = '', word] = target.split(':')
  if (word === undefined) return { '@odata.type': '#microsoft.graph.applicationContext', includeApplications: [target] }
  return kind === 'action'
    ? { '@odata.type': '#microsoft.graph.userActionContext', userAction: word }
    : { '@odata.type': '#microsoft.graph.authContext', authenticationContextValue: word }
}

const madeUp: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  compliant: { isCompliant: 'True' },
  hybrid: { trustType: 'ServerAD' },
  unmanaged: { isCompliant: 'False', ownership: 'Personal' },
}

/** Devices to choose from: those of the file, and three kinds. */
export function devicesOf(tenant: Tenant): readonly Option[] {
  const own = [...tenant.devices.keys()].map((name): Option => [`device:${name}`, name])
  return [
    ...own,
    ['compliant', 'any compliant device'],
    ['hybrid', 'any hybrid joined device'],
    ['unmanaged', 'a personal device, not compliant'],
  ]
}

function deviceInfo(tenant: Tenant, device: string | undefined): Readonly<Record<string, unknown>> {
  if (device === undefined) return {}
  const found = device.startsWith('device:')
    ? tenant.devices.get(device.slice('device:'.length))?.properties
    : madeUp[device]
  return found === undefined ? {} : { deviceInfo: found }
}

/** The body of Graph's `conditionalAccess/evaluate` that asks this; without a person it names an undeclared member. */
export function requestOf(tenant: Tenant, ask: Ask): Readonly<Record<string, unknown>> {
  const { person, target = usualTarget, platform, client, address, signInRisk, userRisk, flow, device } = ask
  const program = person === undefined ? undefined : tenant.users.get(person)?.kind === 'service-principal'
  const identity =
    program === true
      ? { '@odata.type': '#microsoft.graph.servicePrincipalSignIn', servicePrincipalId: person }
      : {
          '@odata.type': '#microsoft.graph.userSignIn',
          ...(person === undefined ? { externalUserType: 'none' } : { userId: person }),
        }
  return {
    signInIdentity: identity,
    signInContext: contextOf(target),
    signInConditions: {
      ...(platform === undefined ? {} : { devicePlatform: platform }),
      ...(client === undefined ? {} : { clientAppType: client }),
      ...(address === undefined ? {} : { ipAddress: address }),
      ...(signInRisk === undefined ? {} : { signInRiskLevel: signInRisk }),
      ...(userRisk === undefined ? {} : { userRiskLevel: userRisk }),
      ...(flow === undefined ? {} : { authenticationFlow: { transferMethod: flow } }),
      ...deviceInfo(tenant, device),
    },
  }
}

/** How parts that are not stated are read; unlike the vendor's service, they stay open unless the reader says so. */
export const missingOf = ({ missing }: Ask): MissingReading =>
  missing === 'none' || missing === 'matches' ? missing : 'undetermined'
