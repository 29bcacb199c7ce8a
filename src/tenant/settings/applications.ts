import * as documented from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { text } from '../schema/parts.ts'
import { type Authored, choice, flagOrNull, listOf, setting } from './setting.ts'

const identity = 'a different name or id would be a different application'

/** Someone who is assigned, by name or id, or as Graph's `appRoleAssignment` says it. */
export type AssigneeFile = string | { readonly principalId?: string; readonly principalDisplayName?: string }

const assignee = asReturned(
  {
    type: ['string', 'object'],
    title: 'an assignment',
    description: 'A user or a group, by name or id, or an assignment as Graph returns it.',
    minLength: 1,
    properties: {
      principalId: text('principal id', 'The object id of the user or group.'),
      principalDisplayName: text('principal name', 'The display name of the user or group.'),
    },
    additionalProperties: false,
  },
  documented.appRoleAssignment,
)

/** A registered application or another resource that tokens are asked for. */
export const applicationSettings = {
  displayName: setting<string>(text, {
    title: 'application name',
    about: 'The name that requests use for it.',
    readBy: 'requests',
    notTried: identity,
  }),
  appId: setting<string>(text, { title: 'app id', about: 'The app id.', readBy: 'policies', notTried: identity }),
  accountEnabled: flagOrNull({
    title: 'sign-in of users',
    about: 'Whether users can sign in to it, of its service principal. Default: yes.',
    states: 'applicationAssignment',
    notTried: 'an administrator enables an application',
  }),
  appRoleAssignmentRequired: flagOrNull({
    title: 'assignment required',
    about: 'Whether only users that are assigned can sign in to it, of its service principal. Default: no.',
    states: 'applicationAssignment',
    notTried: 'the assignments of an application are its scope',
  }),
  appRoleAssignedTo: listOf<AssigneeFile>(assignee, {
    title: 'assigned users and groups',
    about: 'Who is assigned to it: users, and groups of which direct members count. Default: unknown.',
    states: 'applicationAssignment',
    notTried: 'the assignments of an application are its scope',
  }),
  sessionHosts: choice(['hybrid-joined', 'entra-joined'], {
    title: 'session hosts',
    about:
      'Of an application of virtual desktops with single sign-on: how its session hosts are joined. Default: unknown, and nothing is said of the sign-in to the host.',
    states: 'hostSession',
    notTried: 'hosts that are joined in another way are other hosts',
  }),
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
