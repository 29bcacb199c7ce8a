import { allRules } from '../../rules/index.ts'
import { deviceProperties } from '../../vocabulary/device-properties.ts'
import { satisfiable, signalKeys } from '../wording/signal-words.ts'
import { factNames } from './value-names.ts'

/** What an open answer of policies can lack besides facts and signals. */
const ofPolicies = [
  'groups',
  'roles',
  'externalUserType',
  'externalTenantId',
  'customSecurityAttributes',
  'lowPrivilegeScopesRollout',
  'authenticatorPosition',
  'policyCreatedDateTime',
] as const

/** Everything that a verdict can lack, by the names that verdicts have for it. */
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

/** The name of something that a verdict can lack; a named thing of the tenant has the kind and a colon before its name. */
export function missingName(text: string): string | undefined {
  const wanted = text.trim().toLowerCase()
  return missingNames.find((name) => name.toLowerCase() === wanted) ?? (/^\w+:\S/.test(text) ? text.trim() : undefined)
}
