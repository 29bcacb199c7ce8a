import { protectedResourceIds } from '../catalog/token-protection.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import type { LegContext } from './leg-context.ts'

type Seen = Pick<PolicySignIn, 'clientAppType' | 'devicePlatform' | 'device' | 'legacy' | 'target'>

/** Programs of Microsoft 365 that take their token from Windows; editions that are bought once are not supported. */
const brokered: ReadonlySet<string> = new Set(['outlook-microsoft-365', 'outlook-new-windows', 'teams-desktop'])

/** Whether the token of a sign-in is bound to its device; the pages answer for native apps on Windows only. */
export function tokenBindingOf({ client, user }: Pick<LegContext, 'client' | 'user'>, seen: Seen): Binding {
  const { clientAppType, devicePlatform, device, legacy } = seen
  if (legacy || clientAppType !== 'mobileAppsAndDesktopClients' || !takesProtectedTokens(seen)) return 'open'
  if (devicePlatform !== 'windows' || user.accountHome !== 'here') return 'open'
  if (device === 'unregistered') return 'unbound'
  const registered = client.device?.registered === true || joins.has(device?.['trustType']?.toLowerCase() ?? '')
  return registered && brokered.has(client.product.id) ? 'bound' : 'open'
}

type Binding = NonNullable<PolicySignIn['tokenBinding']>

const joins: ReadonlySet<string> = new Set(['azuread', 'serverad', 'workplace'])

function takesProtectedTokens({ target }: Seen): boolean {
  if (!('applications' in target) || target.applications.length === 0) return false
  return target.applications.every((application) => protectedResourceIds.has(application))
}
