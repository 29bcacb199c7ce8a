import {
  type ClientAccessAuthenticationType,
  type ClientAccessProtocol,
  clientAccessAuthenticationTypes,
  clientAccessProtocols,
} from '../../catalog/client-access-protocols.ts'
import { type JsonSchema, list, names, oneOf, text } from '../schema/parts.ts'
import { type Authored, choice, flag, type Setting, schemaOf, setting } from './setting.ts'

const said = { states: 'clientAccessRules', notTried: 'a condition of a rule has no next value' } as const

const protocol = oneOf('protocol', 'One protocol.', clientAccessProtocols)
const authenticationType = oneOf('type', 'One type of authentication.', clientAccessAuthenticationTypes)
const address = text(
  'address',
  'One address, a range in CIDR notation, or the first and the last address of a range.',
  {
    $comment: 'an address or a range',
    pattern: '^[0-9A-Fa-f:.]+((/\\d{1,3})|(-[0-9A-Fa-f:.]+))?$',
    examples: ['203.0.113.0/24', '203.0.113.1-203.0.113.9'],
  },
)

/** A condition with several values, any of which is enough. */
const any = <Value extends string>(title: string, about: string, item: JsonSchema): Setting<readonly Value[]> =>
  setting<readonly Value[]>((words, description) => list(words, description, item), { title, about, ...said })
const patterns = (title: string, about: string): Setting<readonly string[]> =>
  setting<readonly string[]>((words, description) => names(words, description, 'pattern'), { title, about, ...said })

/** A client access rule of Exchange Online, with the parameters of its cmdlet. */
export const clientAccessRuleSettings = {
  Name: setting<string>(text, { title: 'rule name', about: 'Its name.', ...said }),
  Priority: setting<number>((title, description) => ({ type: 'integer', title, description, minimum: 0 }), {
    title: 'priority',
    about: 'Rules are evaluated in this order. Default: the order of the file.',
    ...said,
  }),
  Enabled: flag({ title: 'switch', about: 'Whether the rule is enabled. Default: yes.', silent: true, ...said }),
  Action: choice(['AllowAccess', 'DenyAccess'], { title: 'action', about: 'What it does.', ...said }),
  AnyOfProtocols: any<ClientAccessProtocol>('protocols', 'Protocols it concerns. Default: all.', protocol),
  ExceptAnyOfProtocols: any<ClientAccessProtocol>('excluded protocols', 'Protocols it does not concern.', protocol),
  AnyOfClientIPAddressesOrRanges: any<string>('addresses', 'Addresses it concerns. Default: all.', address),
  ExceptAnyOfClientIPAddressesOrRanges: any<string>('excluded addresses', 'Addresses it does not concern.', address),
  AnyOfAuthenticationTypes: any<ClientAccessAuthenticationType>(
    'authentication types',
    'Types of authentication it concerns. Default: all.',
    authenticationType,
  ),
  ExceptAnyOfAuthenticationTypes: any<ClientAccessAuthenticationType>(
    'excluded authentication types',
    'Types of authentication it does not concern.',
    authenticationType,
  ),
  UsernameMatchesAnyOfPatterns: patterns('user names', 'Users it concerns: whether it applies is left open.'),
  ExceptUsernameMatchesAnyOfPatterns: patterns(
    'excluded user names',
    'Users it does not concern: whether it applies is left open.',
  ),
  UserRecipientFilter: setting<string>(text, {
    title: 'user filter',
    about: 'Users it concerns, in OPATH: whether it applies is left open.',
    ...said,
  }),
  Scope: choice(['Users', 'All'], {
    title: 'scope',
    about: 'Whether it also concerns programs in the middle, such as those of other vendors.',
    readBy: 'nothing: exports contain it, but no sign-in depends on it',
    notTried: 'nothing reads it',
  }),
}

/** A client access rule as authored. */
export type ClientAccessRuleFile = Authored<typeof clientAccessRuleSettings, 'Name' | 'Action'>

/** The schema of one rule. */
export const clientAccessRule = schemaOf(
  'a client access rule',
  'A client access rule of Exchange Online, until September 2025.',
  clientAccessRuleSettings,
  ['Name', 'Action'],
)
