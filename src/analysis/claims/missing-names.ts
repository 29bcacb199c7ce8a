import { allRules } from '../../rules/index.ts'
import { deviceProperties } from '../../vocabulary/device-properties.ts'
import { satisfiable, signalKeys } from '../wording/signal-words.ts'
import { factNames } from './value-names.ts'

/** Inputs other than facts and signals that an undetermined policy result can lack. */
const ofPolicies = [
  'groups',
  'roles',
  'externalUserType',
  'externalTenantId',
  'customSecurityAttributes',
  'servicePrincipalId',
  'lowPrivilegeScopesRollout',
  'authenticatorPosition',
  'policyCreatedDateTime',
] as const

/** Names of everything that an undetermined verdict can lack. */
export const missingNames: readonly string[] = [
  ...new Set([
    ...factNames.values(),
    ...signalKeys,
    ...deviceProperties.map(({ name }) => `deviceInfo.${name}`),
    ...satisfiable.filter((control) => !control.endsWith(':')).map((control) => `satisfied.${control}`),
    ...ofPolicies,
    ...allRules.flatMap(({ silentOn }) => silentOn ?? []),
  ]),
]

/** Resolves the name of something that a verdict can lack; an object of the tenant is written `kind:name`. */
export function missingName(text: string): string | undefined {
  const wanted = text.trim().toLowerCase()
  return missingNames.find((name) => name.toLowerCase() === wanted) ?? (/^\w+:\S/.test(text) ? text.trim() : undefined)
}
