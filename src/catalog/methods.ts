import type { Row } from './row.ts'
import { canonicalCombination, strengths } from './strengths.ts'

/** A combination of authentication methods, with the built-in strengths that it meets. */
export interface MethodCombination extends Row {
  readonly kind: 'combination'
  readonly name: string
  /** Graph's words for the methods. */
  readonly methods: readonly string[]
  /** Names of the built-in strengths it meets. */
  readonly strengths: readonly string[]
}

/** A method on the page of security info: what a person can do with it there. */
export interface RegistrableMethod extends Row {
  readonly kind: 'registrable'
  readonly name: string
  readonly register: boolean
  readonly change: boolean
  readonly delete: boolean
  readonly note?: string
}

/** A row of the table of methods. */
export type Method = MethodCombination | RegistrableMethod

/** The combinations that exist: name and methods in Graph's words. */
const combinations: readonly (readonly [name: string, methods: string])[] = [
  ['FIDO2 security key', 'fido2'],
  ['Windows Hello for Business', 'windowsHelloForBusiness'],
  ['Certificate, multifactor', 'x509CertificateMultiFactor'],
  ['Microsoft Authenticator phone sign-in', 'deviceBasedPush'],
  ['Temporary Access Pass, one use', 'temporaryAccessPassOneTime'],
  ['Temporary Access Pass, several uses', 'temporaryAccessPassMultiUse'],
  ['Password and Authenticator notification', 'password,microsoftAuthenticatorPush'],
  ['Password and software token', 'password,softwareOath'],
  ['Password and hardware token', 'password,hardwareOath'],
  ['Password and single-factor certificate', 'password,x509CertificateSingleFactor'],
  ['Password and multifactor certificate', 'password,x509CertificateMultiFactor'],
  ['Password and text message', 'password,sms'],
  ['Password and phone call', 'password,voice'],
  ['Federated multifactor', 'federatedMultiFactor'],
  ['Federated single factor and Authenticator notification', 'microsoftAuthenticatorPush,federatedSingleFactor'],
  ['Federated single factor and software token', 'softwareOath,federatedSingleFactor'],
  ['Federated single factor and hardware token', 'hardwareOath,federatedSingleFactor'],
  ['Federated single factor and text message', 'sms,federatedSingleFactor'],
  ['Federated single factor and phone call', 'voice,federatedSingleFactor'],
  ['Certificate, single factor', 'x509CertificateSingleFactor'],
  ['Text message sign-in', 'sms'],
  ['Password', 'password'],
  ['Federated single factor', 'federatedSingleFactor'],
  ['QR code and PIN', 'qrCodePin'],
]

const strengthsMetBy = (combination: string): readonly string[] =>
  strengths
    .filter(({ combinations: allowed }) =>
      allowed.some((one) => canonicalCombination(one) === canonicalCombination(combination)),
    )
    .map(({ name }) => name)

const combinationRows = combinations.map(
  ([name, methods]): MethodCombination => ({
    kind: 'combination',
    id: methods,
    name,
    methods: methods.split(','),
    strengths: strengthsMetBy(methods),
    citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  }),
)

type RegistrableFacts = Omit<RegistrableMethod, 'kind' | 'citation'>

const registrable: readonly RegistrableFacts[] = [
  {
    id: 'microsoft-authenticator',
    name: 'Microsoft Authenticator',
    register: true,
    change: false,
    delete: true,
    note: 'five at most',
  },
  {
    id: 'other-authenticator-app',
    name: 'Other authenticator app',
    register: true,
    change: false,
    delete: true,
    note: 'five at most',
  },
  { id: 'hardware-token', name: 'Hardware token', register: false, change: false, delete: true },
  { id: 'phone', name: 'Phone', register: true, change: true, delete: true },
  { id: 'alternate-phone', name: 'Alternate phone', register: true, change: true, delete: true },
  { id: 'office-phone', name: 'Office phone', register: true, change: true, delete: true },
  { id: 'email', name: 'Email', register: true, change: true, delete: true },
  { id: 'security-questions', name: 'Security questions', register: true, change: false, delete: true },
  { id: 'account-password', name: 'Password', register: false, change: true, delete: false },
  {
    id: 'app-password',
    name: 'App password',
    register: true,
    change: false,
    delete: true,
    note: 'only for users enforced by per-user multifactor authentication',
  },
  { id: 'fido2-security-key', name: 'FIDO2 security key', register: true, change: false, delete: true },
]

/** Combinations first, then what can be registered. */
export const methods: readonly Method[] = [
  ...combinationRows,
  ...registrable.map(
    (facts): RegistrableMethod => ({
      kind: 'registrable',
      ...facts,
      citation: { source: 'entra-combined-registration', section: 'Methods available in combined registration' },
    }),
  ),
]
