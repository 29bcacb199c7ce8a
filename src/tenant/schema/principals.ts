import { schemaOf } from '../settings/setting.ts'
import { userSettings } from '../settings/users.ts'
import { list, names, object, text } from './parts.ts'

const user = schemaOf('a user', 'A person or a program that signs in.', userSettings, ['userPrincipalName'])

/** Groups and users. */
export const principalProperties = {
  groups: list(
    'groups',
    'Groups that policies, roll-outs or access rules name.',
    object(
      'a group',
      'A group; its members may be groups.',
      {
        name: text('group name', 'The name by which it is referred to.'),
        id: text('group id', 'The object id.'),
        members: names('members', 'Users and groups in it, by name or id.', 'member'),
      },
      ['name'],
    ),
  ),
  users: {
    type: ['array', 'object'],
    title: 'users',
    description:
      'The people and programs that sign in, or a CSV or JSON Lines file with one in each row: `{from: users.csv}`.',
    items: user,
    properties: {
      from: text('file of users', 'The file, relative to this one; its columns are the property names of a user.'),
    },
    required: ['from'],
    additionalProperties: false,
  },
}
