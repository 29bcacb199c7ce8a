import { setSubject } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

/** Steps that describe a sign-in from a device in a state; if devices of several kinds are in it, from each of them. */
export const whenOnDevice: readonly StepDefinition[] = [
  step(
    'When',
    '{user} uses {client} on {device} to {purpose}',
    {
      says: 'describes a sign-in on a device that is compliant, non-compliant, hybrid joined, Entra joined, registered, managed or unmanaged',
      example: 'When the finance lead uses Outlook 2016 on a compliant device to read mail',
    },
    (world, user, client, devices, purpose) => setSubject(world, { user, client, purpose, devices }),
  ),
  step(
    'When',
    '{user} uses {client} on {device} to {purpose} from {network}',
    {
      says: 'describes a sign-in on such a device from one network',
      example: 'When the finance lead uses Outlook 2016 on an unmanaged device to read mail from the internet',
    },
    (world, user, client, devices, purpose, network) => setSubject(world, { user, client, purpose, network, devices }),
  ),
]
