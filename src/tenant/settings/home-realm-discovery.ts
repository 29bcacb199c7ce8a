import { names, text } from '../schema/parts.ts'
import { type Authored, flag, setting } from './setting.ts'

const identity = 'a different name would be a different policy'

/** A home realm discovery policy, in Graph's terms. */
export const homeRealmDiscoverySettings = {
  displayName: setting<string>(text, {
    title: 'display name',
    about: 'The name of the policy.',
    readBy: 'nothing: it is for readers',
    notTried: identity,
  }),
  allowCloudPasswordValidation: flag({
    title: 'AllowCloudPasswordValidation',
    about: 'The setting of the definition.',
    states: 'passwordGrantChecked',
    notTried: 'who verifies passwords of federated users is decided for the organization, not for a single sign-in',
  }),
  isOrganizationDefault: flag({
    title: 'organization default',
    about: 'Whether it applies to applications without their own policy.',
    readBy: 'the password grant',
    notTried: identity,
  }),
  applications: setting<readonly string[]>((title, about) => names(title, about, 'application'), {
    title: 'applications',
    about: 'The applications it is assigned to, by id or declared name.',
    readBy: 'the password grant',
    notTried: identity,
  }),
}

/** A home realm discovery policy as authored. */
export type HomeRealmDiscoveryPolicyFile = Authored<typeof homeRealmDiscoverySettings, 'allowCloudPasswordValidation'>
