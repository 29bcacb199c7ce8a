import { deviceStates } from './device-states.ts'
import { claimKeys } from './keys.ts'
import { kindsOfClients } from './kinds-of-clients.ts'
import { kindsOfPeople } from './kinds-of-people.ts'
import { predicates } from './predicates.ts'

/** A part of the grammar of claims, with examples that are claims. */
export interface ClaimForms {
  readonly heading: string
  readonly text: string
  readonly examples: readonly string[]
}

const definitions = (rows: readonly { readonly words: readonly string[]; readonly definition: string }[]): string =>
  rows.map(({ words: [first = ''], definition }) => `"${first}": ${definition}`).join('; ')

/** All predicates, in table order. */
const saids = predicates
  .map(({ words }) => words.replace(/\{([^}]*)\}/g, (_, key: string) => key.toUpperCase()))
  .join('; ')

/** The grammar of claims, as it is documented. */
export const claimForms: readonly ClaimForms[] = [
  {
    heading: 'Claims',
    text: 'A claim states a quantity: every sign-in, no sign-in, some sign-in, at most or at least a number of people or sign-ins, nobody, only. Or it starts with its subject and says always, never or nowhere. A claim fails if no sign-in could prove or violate it, and if it depends on a missing fact. `--where` uses the same wording.',
    examples: [
      'every sign-in by administrators from outside is asked for a second factor',
      'no sign-in to Exchange Online from outside succeeds without a second factor',
      'some sign-in by members of the group "Executives" signs in',
      'at most two people use the app password',
      'at least one sign-in with browsers succeeds',
      'nobody uses the certificate',
      'only service accounts use basic authentication',
      'legacy clients get in nowhere',
      'break-glass accounts are never blocked',
      'guests always get in with a second factor',
      'nobody is locked out of registering',
    ],
  },
  {
    heading: 'Which sign-ins a claim covers',
    text: 'by or of people (a user, members of a group, holders of the role, a kind of people); with a client, a kind of clients or a credential; on a device state or a platform; to a service, a purpose or the application; from a network, inside, outside, a platform or a device state; on a date or between two dates; where KEY=VALUE. Several values are joined by "or"; "not" before the word excludes them, and so does "by people other than". "successful sign-in" excludes those who are kept out. A device that the file does not describe is assumed to be in each state that the claim names.',
    examples: [
      'no sign-in by members of Executives or Legacy exceptions is undetermined',
      'every sign-in with Outlook 2016 on compliant devices to read mail from the office succeeds',
      'no sign-in by people other than administrators to administer succeeds',
      'no sign-in not with legacy clients on 2026-10-01 uses the app password',
      'every successful sign-in where protocol=imap4 is recorded by Microsoft Entra ID',
    ],
  },
  {
    heading: 'What a claim states about them',
    text: `${saids}; loses access. "is not", "does not" and "must not" negate it; "must use" means the same as "uses". "requires" refers to the controls that policies require, already met or not; "has to meet" to those a sign-in still has to meet.`,
    examples: [
      'no sign-in by guests must use one of the certificate, the app password',
      'every sign-in by administrators must not use the app password',
      'every sign-in from outside has to meet nothing',
      'no sign-in by guests has the sign-in frequency every time',
      'no sign-in has the session control persistentBrowser',
      'no sign-in uses one of the certificate, the app password',
      'every sign-in by guests meets a phishing-resistant strength',
      'every sign-in by administrators is not blocked by the policy "Block legacy authentication"',
      'nobody loses access on 2026-10-01',
      'at most three people lose access between 2026-09-01 and 2026-12-01',
    ],
  },
  {
    heading: 'Kinds in claims',
    text: `People: ${definitions(kindsOfPeople)}. Clients: ${definitions(kindsOfClients)}. Devices: ${definitions(deviceStates)}.`,
    examples: ['every sign-in by administrators on unmanaged devices is blocked'],
  },
  {
    heading: 'Keys in claims',
    text: `"where" and \`--where\` accept these keys: ${claimKeys.join(', ')}.`,
    examples: ['no sign-in where protocol=pop3,imap4 succeeds'],
  },
]
