import { user } from '../graph/documented-people.ts'
import { asReturned } from '../schema/as-returned.ts'
import { names, text } from '../schema/parts.ts'
import { schemaOf, setting } from './setting.ts'
import { type UserFile, userSettings } from './users.ts'

/** Users who stand in files of their own, and the file of their memberships. */
export interface UsersBeside {
  readonly from: string | readonly string[]
  readonly memberships?: string
}

/** The users of a tenant, or the files in which they stand. */
export const usersSection = setting<readonly UserFile[] | UsersBeside>(
  (title, description) => ({
    type: ['array', 'object'],
    title,
    description,
    items: asReturned(
      schemaOf('a user', 'A user or a program that signs in.', userSettings, ['userPrincipalName']),
      user,
    ),
    properties: {
      from: {
        ...names(
          'files of users',
          'The file, relative to this one, or several; columns are property names of a user.',
          'file',
        ),
        type: ['string', 'array'],
        minLength: 1,
        minItems: 1,
      },
      memberships: text(
        'file of memberships',
        'A CSV file with the columns `group` and `member`: who is in which group; members may be groups.',
      ),
    },
    required: ['from'],
    additionalProperties: false,
  }),
  {
    title: 'users',
    about: 'The users and programs that sign in, or CSV or JSON Lines files with one per row: `{from: users.csv}`.',
    readBy: 'the rows of its own settings',
    notTried: 'each of its settings is tried by itself',
  },
)
