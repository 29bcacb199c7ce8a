import { text } from '../schema/parts.ts'
import { type Authored, setting } from './setting.ts'

const identity = 'a different name or id would be a different application'

/** A registered application or another resource that tokens are asked for. */
export const applicationSettings = {
  displayName: setting<string>(text, {
    title: 'application name',
    about: 'The name that requests use for it.',
    readBy: 'requests',
    notTried: identity,
  }),
  appId: setting<string>(text, { title: 'app id', about: 'The app id.', readBy: 'policies', notTried: identity }),
  publicClient: setting<boolean | object>(
    (title, description) => ({ type: ['boolean', 'object', 'null'], title, description }),
    {
      title: 'public client',
      about: 'Whether it is a public client, which keeps no secret; the property of Graph has its addresses.',
      readBy: 'nothing: exports contain it, but no sign-in depends on it',
      notTried: 'nothing reads it',
    },
  ),
}

/** A registered application as authored. */
export type ApplicationFile = Authored<typeof applicationSettings, 'displayName' | 'appId'>
