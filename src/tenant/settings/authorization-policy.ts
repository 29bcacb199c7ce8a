import { type Authored, flag } from './setting.ts'

/** The authorization policy of the tenant, in the terms of Graph. */
export const authorizationSettings = {
  blockMsolPowerShell: flag({
    title: 'MSOnline module switch',
    about: 'Whether the MSOnline PowerShell module is switched off. Default: no.',
    states: 'moduleConnects',
    tries: 'the opposite',
  }),
}

/** The authorization policy as authored. */
export type AuthorizationPolicyFile = Authored<typeof authorizationSettings>
