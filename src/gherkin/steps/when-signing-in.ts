import { setSubject } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

/** Steps that describe a sign-in, which is played when an assertion needs it. */
export const whenSigningIn: readonly StepDefinition[] = [
  step(
    'When',
    '{user} uses {client} to {purpose}',
    {
      says: 'describes a sign-in, from every network unless one is named',
      example: 'When the finance lead uses Outlook 2010 to open the address book',
    },
    (world, user, client, purpose) => setSubject(world, { user, client, purpose }),
  ),
  step(
    'When',
    '{user} uses {client} to {purpose} from {network}',
    {
      says: 'describes a sign-in from one network',
      example: 'When the finance lead uses Outlook 2010 to open the address book from the internet',
    },
    (world, user, client, purpose, network) => setSubject(world, { user, client, purpose, network }),
  ),
  step(
    'When',
    '{user} uses {client} to get a token for the application {application}',
    {
      says: 'describes a request for a token for one application, from every network unless one is named',
      example: 'When the finance lead uses Web browser to get a token for the application "microsoft-graph"',
    },
    (world, user, client, application) => setSubject(world, { user, client, purpose: 'get-token', application }),
  ),
  step(
    'When',
    '{user} tries {credential} to {purpose} with {client}',
    {
      says: 'describes a sign-in in which a given credential is presented, from every network unless one is named',
      example: 'When the finance lead tries the account password to open the address book with Outlook 2010',
    },
    (world, user, presents, purpose, client) => setSubject(world, { user, client, purpose, presents }),
  ),
  step(
    'When',
    '{user} tries {credential} to {purpose} with {client} from {network}',
    {
      says: 'describes a sign-in from one network in which a given credential is presented',
      example: 'When the finance lead tries the app password to read mail with Outlook 2010 from the internet',
    },
    (world, user, presents, purpose, client, network) =>
      setSubject(world, { user, client, purpose, presents, network }),
  ),
]
