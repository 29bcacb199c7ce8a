import { text } from '../schema/parts.ts'
import { type Disputes, disputesOf } from './disputes.ts'
import { flag, listOf, type Setting, schemaOf, setting } from './setting.ts'

/** An authentication policy as authored: its name, and switches by their cmdlet names. */
export interface AuthenticationPolicyFile {
  readonly name: string
  readonly exportsDisagree?: Disputes
  readonly [switchName: string]: string | boolean | Disputes | undefined
}

const basicSwitches = [
  'ActiveSync',
  'Autodiscover',
  'Imap',
  'Mapi',
  'OfflineAddressBook',
  'OutlookService',
  'Pop',
  'Powershell',
  'ReportingWebServices',
  'Rpc',
  'Smtp',
  'WebServices',
] as const

const serverSwitches = [
  'ActiveSync',
  'Autodiscover',
  'Imap',
  'Mapi',
  'OfflineAddressBook',
  'Pop',
  'Rpc',
  'WebServices',
] as const

const name = setting<string>(text, {
  title: 'policy name',
  about: 'The name of the authentication policy.',
  readBy: 'users and workloads',
  notTried: 'only the policies declared in the file are tried',
})

function switches(prefix: string, protocols: readonly string[], description: string): Record<string, Setting<boolean>> {
  return Object.fromEntries(
    protocols.map((protocol) => [
      `${prefix}${protocol}`,
      flag({
        title: 'switch',
        about: `${description} ${protocol}.`,
        states: 'authenticationPolicy',
        tries: 'the opposite',
      }),
    ]),
  )
}

/** An authentication policy of Exchange Online. */
export const basicPolicySettings = {
  name,
  ...switches('AllowBasicAuth', basicSwitches, 'Whether basic authentication is allowed for'),
}

/** An authentication policy of Exchange Server. */
export const legacyPolicySettings = {
  name,
  ...switches('BlockLegacyAuth', serverSwitches, 'Whether basic, digest, NTLM and Kerberos are blocked for'),
  ...switches('BlockModernAuth', serverSwitches, 'Whether modern authentication is blocked for'),
}

/** The switches of a policy, and the row that says on which of them exports disagree. */
export function policyWithDisputes({ name, ...switches }: typeof basicPolicySettings) {
  const exportsDisagree = disputesOf(switches, {
    title: 'switches in dispute',
    about:
      'Switches of the policy that are not stated because exports disagree on them, each with the values of the exports. What depends on such a switch is undetermined.',
    readBy: 'the switches that it names',
    notTried: 'the switches themselves are tried',
  })
  return { name, ...switches, exportsDisagree }
}

const policies = (settings: typeof basicPolicySettings, about: string) =>
  listOf<AuthenticationPolicyFile>(
    schemaOf('an authentication policy', about, policyWithDisputes(settings), ['name']),
    {
      title: 'authentication policies',
      about: 'Authentication policies, by their own switches.',
      readBy: 'users and workloads that name one of them',
      notTried: 'each switch of each policy is tried individually',
    },
  )

/** The authentication policies of Exchange Online. */
export const basicPolicies = policies(
  basicPolicySettings,
  'What basic authentication may be used for. A missing switch blocks.',
)

/** The authentication policies of Exchange Server. */
export const legacyPolicies = policies(
  legacyPolicySettings,
  'What is blocked on Exchange Server. A missing switch does not block.',
)

/** The authentication policies of either product, as an event may state them. */
export const anyPolicies = policies(
  { ...basicPolicySettings, ...legacyPolicySettings },
  'What is allowed or blocked, by the switches of the product.',
)

/** The authentication policy for users without their own. */
export const defaultPolicy = setting<string | null>(
  (title, description) => ({ type: ['string', 'null'], title, description, minLength: 1 }),
  {
    title: 'default authentication policy',
    about: 'The authentication policy for users without their own.',
    states: 'authenticationPolicy',
    notTried: 'only the policies declared in the file are tried',
  },
)
