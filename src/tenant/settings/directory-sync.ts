import { duration } from '../schema/parts.ts'
import { type Authored, setting } from './setting.ts'

/** How changes on-premises reach Microsoft Entra ID. */
export const directorySyncSettings = {
  delay: setting<string>(duration, {
    title: 'sync delay',
    about:
      'The longest time that a change on-premises takes to reach the cloud. Silent: unknown within the documented bounds.',
    readBy: 'when an account event on-premises reaches the cloud',
    notTried: 'a change that is on its way arrives whatever the delay',
  }),
}

/** The directory sync as authored. */
export type DirectorySyncFile = Authored<typeof directorySyncSettings>
