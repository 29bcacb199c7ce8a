import type { ErrorCode } from '../../catalog/errors.ts'

/** What to do about an error of the vendor, by what the error means for the sign-in. */
export const errorRemedies: Readonly<Record<ErrorCode['outcome'], string>> = {
  'no-such-account':
    'check the user name and the tenant that the sign-in went to, or create or synchronize the account',
  'account-locked': 'wait until the lockout ends, find the client that repeats an old password, or unblock the address',
  'password-expired': 'change the password where it is stored: in the cloud, or in Active Directory',
  'no-password-stored': 'turn on password hash synchronization, or let the identity provider check the password',
  'account-disabled': 'enable the account, or remove the client that still uses it',
  'sign-in-again': 'sign in interactively again: the session or token that the client kept is no longer accepted',
  'wrong-password': 'enter the current password; legacy clients of users with per-user MFA need an app password',
  'federation-misconfigured': 'compare the federation settings of the domain with those of the identity provider',
  'realm-unknown': 'use the full user principal name of a verified domain, or name the tenant in the request',
  'windows-integrated-wanted': 'allow forms sign-in at the identity provider, or sign in from a joined computer inside',
  'registration-required':
    'let the user register a method for the second factor, for example with a Temporary Access Pass',
  'second-factor-required':
    'answer the prompt for the second factor; a client that cannot prompt needs modern authentication',
  'device-control': 'register or join the device, and use a client that presents it, such as Edge or a broker',
  'platform-unsupported': 'use a platform that the policy supports, or exclude the platform from the policy',
  'app-control': 'install the broker: Microsoft Authenticator on iOS, the Company Portal on Android',
  'blocked-by-policy': 'find the policy and its condition; `authplan explain` shows which one decides',
  'password-change-required':
    'change the password, which ends the user risk, or have an administrator dismiss the risk',
  interrupt: 'nothing: the sign-in continues after the page that it shows',
  'custom-control': 'complete the step at the external provider, or move to an external authentication method',
  compliantDevice: 'bring the device into compliance in Intune, or sign in from one that is compliant',
  domainJoinedDevice:
    'sign in from a device that is hybrid joined, and check that its registration has been synchronized',
  approvedApplication: 'use an approved application, or move the policy to the app protection control',
  'registration-blocked':
    'register from a network or with a pass that the policy on registration accepts; risk must be resolved first',
  'blocked-by-security-defaults': 'use modern authentication: security defaults block legacy authentication',
  'identity-provider-method': 'let the identity provider perform the method that the application requests',
  'pass-through-fault': 'check the pass-through agents: their number, their connection and their clocks',
  'outside-logon-hours': 'change the logon hours of the account in Active Directory',
  'seamless-sign-on-fault': 'check the computer account AZUREADSSOACC and the user name in the Kerberos ticket',
  'guest-or-sync-fault': 'invite the user to this tenant, or synchronize the account',
  'cross-tenant-block':
    'change the cross-tenant access settings of the tenant that refuses, for this partner or by default',
  'tenant-restrictions':
    'add the tenant to the list that the proxy or the network policy sends, or use another network',
  'application-credential': 'renew the secret or certificate of the application, and send it with the request',
  'device-code': 'enter the code on the sign-in page before it expires, or start again',
  'application-access': 'assign the user to the application, or enable sign-in to it',
  consent: 'grant consent to the permissions that the application requests',
  'wrong-tenant': 'sign in with an account of this tenant, or invite the account as a guest',
  'basic-refused': 'move the client to modern authentication: the service does not accept a password here',
  'protocol-off': 'turn the protocol on for the organization and the mailbox, or use a protocol that is on',
  'identity-provider-unreachable':
    'publish the identity provider so that Exchange Online can reach it, or use modern authentication',
  redirect: 'nothing: the device continues at the new endpoint',
}
