import type { GapKind } from '../../analysis/gaps/result.ts'

/** What a finding of each kind means, and what to do about it. */
export const findingHelp: Readonly<Record<GapKind, { readonly meaning: string; readonly remedy: string }>> = {
  'nobody-can-sign-in': {
    meaning:
      'A client that the plan contains has no credential that works, for any network and purpose that was tried.',
    remedy: 'run `authplan why-not` on the witness: it lists the smallest changes after which the sign-in works',
  },
  'emergency-access-locked-out': {
    meaning: 'An account that is kept for emergencies cannot sign in where it is needed.',
    remedy: 'exclude the account from every policy that can fail, and give it a method that depends on nothing else',
  },
  'two-credentials-one-prompt': {
    meaning: 'One prompt of a client serves two services, and each accepts another password.',
    remedy: 'use the same kind of authentication at both services, or a client that prompts for each',
  },
  'second-factor-bypassed': {
    meaning: 'A user who is asked for two factors elsewhere reaches a service with one.',
    remedy:
      'close the path that the finding names: the app password, the trusted network, the protocol or the exclusion',
  },
  'app-password-outlives': {
    meaning: 'An app password is still accepted after the event that was meant to end the access.',
    remedy: 'delete the app passwords of the user as part of that event',
  },
  'breaks-on-known-date': {
    meaning: 'A sign-in that works today ends when a change of the vendor takes effect.',
    remedy: 'move the client before that date; `authplan timeline` shows what else changes then',
  },
  'exclusion-uncovered': {
    meaning: 'Users whom a policy excludes meet no other policy that protects the same sign-in.',
    remedy: 'cover the excluded users by another policy, or accept the exclusion in the baseline with its reason',
  },
  'policy-decides-nothing': {
    meaning: 'No sign-in that was tried ends differently without the policy.',
    remedy: 'check its conditions, then turn it on, correct it or remove it',
  },
  'policy-shadowed': {
    meaning: 'Other policies demand at least as much wherever the policy applies.',
    remedy: 'remove the policy, or state in the baseline why it is kept',
  },
  'no-on-premises-audit': {
    meaning: 'A sign-in to a server on-premises leaves no record there, because the cloud decides it.',
    remedy: 'collect the sign-in log of the cloud where the record is needed',
  },
  undetermined: {
    meaning: 'The plan, or the documentation, does not say enough to decide the sign-in.',
    remedy: 'state the missing facts in the tenant file; the finding names them',
  },
  'verdict-hangs-on-assumption': {
    meaning: 'The verdict depends on a documented default that the plan does not confirm.',
    remedy: 'look the setting up in the tenant and state it in the file',
  },
}
