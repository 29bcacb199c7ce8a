import { type Disputes, disputesOf } from './disputes.ts'
import { type Authored, flagOrNull } from './setting.ts'

const about = 'A protocol switch of the mailbox.'
const closesWhenFalse = { about, tries: 'the opposite', silent: true } as const
const ofAProtocol = { ...closesWhenFalse, states: 'mailboxSwitch' } as const

/** Mailbox switches by their `Set-CASMailbox` names; null follows the organization. */
export const mailboxSwitches = {
  ActiveSyncEnabled: flagOrNull({ title: 'ActiveSyncEnabled', ...ofAProtocol }),
  OWAEnabled: flagOrNull({ title: 'OWAEnabled', ...ofAProtocol }),
  PopEnabled: flagOrNull({ title: 'PopEnabled', ...ofAProtocol }),
  ImapEnabled: flagOrNull({ title: 'ImapEnabled', ...ofAProtocol }),
  MAPIEnabled: flagOrNull({ title: 'MAPIEnabled', ...ofAProtocol }),
  MapiHttpEnabled: flagOrNull({
    title: 'MapiHttpEnabled',
    ...closesWhenFalse,
    readBy: 'the protocol of the mailbox leg',
  }),
  EwsEnabled: flagOrNull({ title: 'EwsEnabled', ...closesWhenFalse, states: 'ewsMailbox' }),
  EwsAllowOutlook: flagOrNull({ title: 'EwsAllowOutlook', ...closesWhenFalse, states: 'ewsOutlook' }),
  EwsAllowMacOutlook: flagOrNull({ title: 'EwsAllowMacOutlook', ...closesWhenFalse, states: 'ewsOutlook' }),
  OutlookMobileEnabled: flagOrNull({ title: 'OutlookMobileEnabled', ...ofAProtocol }),
  MacOutlookEnabled: flagOrNull({ title: 'MacOutlookEnabled', ...ofAProtocol }),
  OneWinNativeOutlookEnabled: flagOrNull({ title: 'OneWinNativeOutlookEnabled', ...ofAProtocol }),
  UniversalOutlookEnabled: flagOrNull({ title: 'UniversalOutlookEnabled', ...ofAProtocol }),
  SmtpClientAuthenticationDisabled: flagOrNull({
    title: 'SmtpClientAuthenticationDisabled',
    about,
    states: 'smtpAuthMailbox',
    tries: [true, false],
  }),
}

/** The name of a mailbox switch. */
export type MailboxSwitch = keyof typeof mailboxSwitches

/** Mailbox switches as authored. */
export type MailboxSwitchesFile = Authored<typeof mailboxSwitches> & { readonly exportsDisagree?: Disputes }

/** The switches, and the row that says on which of them exports disagree. */
export const mailboxSwitchesWithDisputes = {
  ...mailboxSwitches,
  exportsDisagree: disputesOf(mailboxSwitches, {
    title: 'switches in dispute',
    about:
      'Switches of the mailbox that are not stated because exports disagree on them, each with the values of the exports. What depends on such a switch is undetermined.',
    readBy: 'the switches that it names',
    notTried: 'the switches themselves are tried',
  }),
}

/** The names of the switches. */
// The keys of the literal are exactly the union.
export const mailboxSwitchNames = Object.keys(mailboxSwitches) as readonly MailboxSwitch[]
