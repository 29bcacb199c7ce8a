import { eventProperties } from './schema/events.ts'
import { hoistObjects } from './schema/hoist.ts'
import { identityProperties } from './schema/identity.ts'
import { instant, type JsonSchema, list, oneOf, text } from './schema/parts.ts'
import { principalProperties } from './schema/principals.ts'
import { surroundingProperties } from './schema/surroundings.ts'
import { workloadProperties } from './schema/workloads.ts'

/** The licences that a tenant can have, as far as sign-ins depend on them. */
export const licenceNames = ['free', 'office-365', 'p1', 'p2'] as const

const makeSchema = (): JsonSchema =>
  hoistObjects({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://authplan.dev/schema/tenant-architecture.json',
    type: 'object',
    title: 'a tenant file',
    description:
      'A tenant architecture: who signs in, with which clients, against which services, and how each is set up.',
    properties: {
      name: text('tenant name', 'What this architecture is called.'),
      asOf: instant('date', 'The date at which the services of the vendor are judged.'),
      description: text('description', 'A few words about it.'),
      cloud: oneOf('cloud', 'The cloud that the tenant is in; worldwide when left out.', ['worldwide', '21Vianet']),
      createdDateTime: instant('creation date', 'When the tenant was created; documented defaults hang on it.'),
      licences: list(
        'licences',
        'The licences that decide which settings work.',
        oneOf('licence', 'One licence.', licenceNames),
      ),
      ...identityProperties,
      ...workloadProperties,
      ...surroundingProperties,
      ...principalProperties,
      ...eventProperties,
    },
    required: ['name', 'asOf'],
    additionalProperties: false,
  })

let made: JsonSchema | undefined

/** The JSON Schema of tenant files, for editors and for the validator that the build compiles from it; made when asked for. */
export function schemaOfTenantFile(): JsonSchema {
  made ??= makeSchema()
  return made
}
