import { text } from '../schema/parts.ts'
import { type Authored, flag, setting } from './setting.ts'

const identity = 'another name or id would be another application'

/** A registered application or another resource that tokens are asked for. */
export const applicationSettings = {
  displayName: setting<string>(text, {
    title: 'application name',
    about: 'The name by which requests refer to it.',
    readBy: 'requests',
    notTried: identity,
  }),
  appId: setting<string>(text, { title: 'app id', about: 'The app id.', readBy: 'policies', notTried: identity }),
  publicClient: flag({
    title: 'public client',
    about: 'Whether it is a public client, which keeps no secret.',
    readBy: 'nobody: exports hold it, and no sign-in depends on it',
    notTried: 'nothing reads it',
  }),
}

/** A registered application as authored. */
export type ApplicationFile = Authored<typeof applicationSettings, 'displayName' | 'appId'>
