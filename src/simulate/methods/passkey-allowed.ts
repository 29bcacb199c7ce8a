import type {
  MethodConfigurationFile,
  MethodTargetFile,
  PasskeyProfileFile,
} from '../../tenant/settings/authentication-methods.ts'
import type { PasskeyFile } from '../../tenant/settings/passkeys.ts'
import type { User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'

type Rule = Pick<PasskeyProfileFile, 'keyRestrictions' | 'passkeyTypes'>

/** Whether one of the passkeys of a user fits one of the profiles that reach the user; each profile is enough. */
export function passkeyAllowed(
  configuration: MethodConfigurationFile,
  reaching: readonly MethodTargetFile[],
  { passkeys }: Pick<User, 'passkeys'>,
): Known<'methodAllowed'> {
  const rules = rulesFor(configuration, reaching)
  if (rules === undefined) return missing
  if (rules.some(isOpenToAll)) return 'yes'
  if (passkeys === undefined) return missing
  const answers = passkeys.flatMap((one) =>
    rules.map((rule) => fits(typeof one === 'string' ? { aaGuid: one } : one, rule)),
  )
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? missing : 'other-keys'
}

/** The profiles of the targets that reach a user; undefined if none is named: what an empty list allows no page says. */
function rulesFor(
  { passkeyProfiles = [], keyRestrictions }: MethodConfigurationFile,
  reaching: readonly MethodTargetFile[],
): readonly Rule[] | undefined {
  if (passkeyProfiles.length === 0) return [keyRestrictions === undefined ? {} : { keyRestrictions }]
  const named = reaching.map(({ allowedPasskeyProfiles }) => allowedPasskeyProfiles)
  if (passkeyProfiles.length > 1 && named.some((one) => one === undefined)) return undefined
  if (named.every((one) => one?.length === 0)) return undefined
  const ids = new Set(named.flatMap((one) => one?.map((id) => id.toLowerCase()) ?? []))
  return passkeyProfiles.filter(({ id }) => passkeyProfiles.length === 1 || ids.has(id.toLowerCase()))
}

const isOpenToAll = ({ keyRestrictions, passkeyTypes }: Rule): boolean =>
  !mayRestrict(keyRestrictions) && typesOf(passkeyTypes).length !== 1

/** A list of models restricts unless it is said not to be enforced. */
const mayRestrict = (restrictions: Rule['keyRestrictions']): boolean =>
  restrictions?.isEnforced ?? restrictions?.aaGuids !== undefined

const typesOf = (passkeyTypes: string | undefined): readonly string[] => passkeyTypes?.split(',') ?? []

type Fit = 'yes' | 'no' | 'unknown'

function fits(passkey: PasskeyFile, { keyRestrictions, passkeyTypes }: Rule): Fit {
  const parts = [fitsTypes(passkey, typesOf(passkeyTypes)), fitsKeys(passkey, keyRestrictions)]
  if (parts.includes('no')) return 'no'
  return parts.includes('unknown') ? 'unknown' : 'yes'
}

function fitsTypes({ passkeyType }: PasskeyFile, types: readonly string[]): Fit {
  if (types.length !== 1) return 'yes'
  if (passkeyType === undefined) return 'unknown'
  return types.includes(passkeyType) ? 'yes' : 'no'
}

function fitsKeys({ aaGuid }: PasskeyFile, restrictions: Rule['keyRestrictions']): Fit {
  if (restrictions === undefined || !mayRestrict(restrictions)) return 'yes'
  const { isEnforced, enforcementType, aaGuids } = restrictions
  if (aaGuid === undefined || isEnforced === undefined || enforcementType === undefined || aaGuids === undefined)
    return 'unknown'
  const listed = aaGuids.some((one) => one.toLowerCase() === aaGuid.toLowerCase())
  return listed === (enforcementType === 'allow') ? 'yes' : 'no'
}
