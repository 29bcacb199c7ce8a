import { flag as flagSchema, type JsonSchema, text } from '../schema/parts.ts'

/** A role of a user: its name or template id, and what it is limited to. */
export interface RoleFile {
  readonly role: string
  readonly directoryScopeId?: string
  readonly isBuiltIn?: boolean
}

/** An app password of a user. */
export const appPassword: JsonSchema = {
  type: ['string', 'object'],
  title: 'an app password',
  description: 'The name of an app password; ideally the device it is for.',
  minLength: 1,
  properties: { name: text('app-password name', 'Its name.') },
  required: ['name'],
  additionalProperties: false,
}

/** A role of a user. */
export const role: JsonSchema = {
  type: ['string', 'object'],
  title: 'a role',
  description: 'A directory role by name or template id.',
  minLength: 1,
  properties: {
    role: text('role', 'Its name or template id.'),
    directoryScopeId: text('scope', 'The scope of the assignment; `/` is the whole tenant.'),
    isBuiltIn: flagSchema('built-in role', 'False for a custom role, which policies do not recognize.'),
  },
  required: ['role'],
  additionalProperties: false,
}
