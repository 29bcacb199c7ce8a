import { disputesOf } from './disputes.ts'
import { securityDefaultsSetting } from './security-defaults.ts'

/** The settings of the tenant itself on which exports can disagree. */
export const tenantDisputes = disputesOf(
  { securityDefaults: securityDefaultsSetting },
  {
    title: 'settings in dispute',
    about:
      'Settings of the tenant that are not stated because exports disagree on them, each with the values of the exports. What depends on such a setting is undetermined.',
    readBy: 'the settings that it names',
    notTried: 'the settings themselves are tried',
  },
)
