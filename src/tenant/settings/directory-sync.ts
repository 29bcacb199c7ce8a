import { duration } from '../schema/parts.ts'
import { type Authored, flag, setting } from './setting.ts'

/** How changes on-premises reach Microsoft Entra ID. */
export const directorySyncSettings = {
  delay: setting<string>(duration, {
    title: 'sync delay',
    about:
      'The longest time that a change on-premises takes to reach the cloud. Silent: unknown within the documented bounds.',
    readBy: 'when an account event on-premises reaches the cloud',
    notTried: 'a change that is on its way arrives whatever the delay',
  }),
  entraKerberosServer: flag({
    title: 'Microsoft Entra Kerberos server',
    about:
      'Whether Active Directory has the object with which Microsoft Entra ID issues tickets for security keys and for cloud Kerberos trust.',
    states: 'entraKerberos',
    tries: 'every value',
  }),
}

/** The directory sync as authored. */
export type DirectorySyncFile = Authored<typeof directorySyncSettings>
