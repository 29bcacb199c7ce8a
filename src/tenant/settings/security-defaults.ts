import * as documented from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { flag } from '../schema/parts.ts'
import { setting } from './setting.ts'

/** Security defaults: on or off, or the policy as Graph returns it. */
export const securityDefaultsSetting = setting<boolean | { readonly isEnabled: boolean }>(
  (title, description) =>
    asReturned(
      {
        type: ['boolean', 'object'],
        title,
        description,
        properties: { isEnabled: flag('security defaults', "The property of Graph's policy.") },
        required: ['isEnabled'],
        additionalProperties: false,
      },
      documented.securityDefaults,
    ),
  {
    title: 'security defaults',
    about: 'Whether security defaults are on.',
    states: 'securityDefaults',
    tries: 'every value',
    label: 'Security defaults',
    within: 'isEnabled',
  },
  [true, false],
)
