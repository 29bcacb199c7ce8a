import type { Mapping } from '../../vocabulary/mapping.ts'
import { authenticationMethodsSettings } from './authentication-methods.ts'
import { authorizationSettings } from './authorization-policy.ts'
import { autodiscoverSettings } from './autodiscover.ts'
import { conditionalAccessSettings } from './conditional-access.ts'
import { directorySyncSettings } from './directory-sync.ts'
import { mfaSettings } from './mfa.ts'
import type { Settings } from './setting.ts'

const singleParts: Readonly<Record<string, Settings>> = {
  multifactorAuthentication: mfaSettings,
  authenticationMethodsPolicy: authenticationMethodsSettings,
  authorizationPolicy: authorizationSettings,
  directorySync: directorySyncSettings,
  conditionalAccess: conditionalAccessSettings,
  autodiscover: autodiscoverSettings,
}

/** The parts of a file whose settings can be set: those that it has, for to have one at all says something, and MFA. */
export function partsToSet(file: Mapping): readonly (readonly [part: string, Settings])[] {
  return Object.entries(singleParts).filter(([part]) => part in file || part === 'multifactorAuthentication')
}
