import type { Lever, LeverKind } from './lever.ts'

/** Ranks user actions first, then device and client changes, then settings, then weakening: policies and exclusions. */
const ranks: Readonly<Record<LeverKind, number>> = {
  'user-method': 0,
  'user-role': 0,
  'user-setting': 2,
  'user-home': 1,
  device: 1,
  'device-enrolment': 1,
  'client-version': 1,
  'client-registry': 1,
  'client-setting': 1,
  'mailbox-switch': 2,
  'tenant-setting': 2,
  domain: 2,
  'identity-provider': 2,
  'workload-setting': 2,
  network: 2,
  rollout: 2,
  autodiscover: 2,
  'policy-state': 3,
  'policy-scope': 4,
}

/** The rank of settings of the user or of the tenant. */
export const settings = 2

/** Ranks from here on weaken security. */
export const weakening = 3

/** Settings that state what people have registered count as user actions. */
const isOwnAct = ({ kind, what, to }: Lever): boolean =>
  kind === 'user-setting' && to === 'true' && what.endsWith('.registered')

/** Excluding the application of a file share is what its page asks for: it is a setting. */
const isAskedFor = ({ kind, what }: Lever): boolean => kind === 'policy-scope' && what.endsWith('.excludeApplications')

/** The rank of a lever. */
function rankOfLever(lever: Lever): number {
  if (isOwnAct(lever)) return 0
  return isAskedFor(lever) ? settings : ranks[lever.kind]
}

/** The rank of a set of changes: the highest rank of its levers. */
export const rankOf = (levers: readonly Lever[]): number => Math.max(0, ...levers.map(rankOfLever))

const personal: ReadonlySet<LeverKind> = new Set([
  'user-method',
  'user-role',
  'user-setting',
  'user-home',
  'mailbox-switch',
  'device',
  'device-enrolment',
  'client-version',
  'client-registry',
  'client-setting',
])

/** Whether a lever only changes the user, the device or the client. */
export const isPersonal = ({ kind }: Lever): boolean => personal.has(kind)
