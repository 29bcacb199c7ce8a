import { protectedResourceIds, tokenClients } from '../catalog/token-protection.ts'
import { startOf } from '../catalog/vendor-timeline.ts'
import { devicePropertyOf } from './conditional-access/judge-device.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import type { LegContext } from './leg-context.ts'

type Seen = Pick<PolicySignIn, 'clientAppType' | 'devicePlatform' | 'device' | 'legacy' | 'target'>
type Binding = NonNullable<PolicySignIn['tokenBinding']>
type Context = Pick<LegContext, 'client' | 'user' | 'at'>

const appleAt = startOf('token-protection-on-apple')

/** Whether the token of a sign-in is bound to its device; the pages answer for native apps on Windows, iOS and macOS. */
export function tokenBindingOf(context: Context, seen: Seen): Binding {
  const { clientAppType, devicePlatform, device, legacy } = seen
  const { client, user, at } = context
  if (legacy || clientAppType !== 'mobileAppsAndDesktopClients' || user.accountHome !== 'here') return 'open'
  const apple = devicePlatform === 'iOS' || devicePlatform === 'macOS'
  if (devicePlatform !== 'windows' && !(apple && at >= appleAt)) return 'open'
  if (!takesProtectedTokens(seen, apple ? protectedResourceIds.apple : protectedResourceIds.windows)) return 'open'
  if (device === 'unregistered') return 'unbound'
  const bound = tokenClients.find(({ id, platforms }) => id === client.product.id && platforms.includes(devicePlatform))
  if (bound?.bound === false || (!apple && isVirtual(device))) return 'unbound'
  const registered = client.device?.registered === true || joins.has(propertyOf(device, 'trusttype') ?? '')
  const fit = registered && (!apple || isManaged(device))
  return bound?.bound === true && fit ? 'bound' : 'open'
}

const joins: ReadonlySet<string> = new Set(['azuread', 'serverad', 'workplace'])

const propertyOf = (device: PolicySignIn['device'], property: string): string | undefined =>
  device === undefined || device === 'unregistered' ? undefined : devicePropertyOf(device, property)

/** Session hosts, Cloud PCs and virtual machines in Azure that are joined are registered in a way that is not supported. */
function isVirtual(device: PolicySignIn['device']): boolean {
  if (propertyOf(device, 'trusttype') !== 'azuread') return false
  const labels = (propertyOf(device, 'systemlabels') ?? '').split(/[\n,]/).map((label) => label.trim())
  const unsupported = ['cloudpc', 'azurevirtualdesktop', 'microsoftpowerautomate']
  return labels.some((label) => unsupported.includes(label)) || propertyOf(device, 'profiletype') === 'securevm'
}

/** Apple devices need the plug-in for single sign-on, which device management installs. */
const isManaged = (device: PolicySignIn['device']): boolean =>
  propertyOf(device, 'iscompliant') === 'true' || propertyOf(device, 'mdmappid') !== undefined

function takesProtectedTokens({ target }: Seen, taking: ReadonlySet<string>): boolean {
  if (!('applications' in target) || target.applications.length === 0) return false
  return target.applications.every((application) => taking.has(application))
}
