import { type Combination, combinationWords, type Presented, presentedInWords } from '../../vocabulary/methods.ts'

/** What a user presents, as the object of a sentence, where the word alone needs an article. */
const phrases: Readonly<Partial<Record<Combination, string>>> = {
  fido2: 'a passkey',
  x509CertificateMultiFactor: 'a multifactor certificate',
  x509CertificateSingleFactor: 'a single-factor certificate',
  temporaryAccessPassOneTime: 'a one-time Temporary Access Pass',
  temporaryAccessPassMultiUse: 'a multi-use Temporary Access Pass',
  password: 'the account password',
  federatedSingleFactor: 'a sign-in at the identity provider',
  federatedMultiFactor: 'both factors at the identity provider',
  'microsoftAuthenticatorPush,federatedSingleFactor':
    'a sign-in at the identity provider and the approval in Authenticator',
  'softwareOath,federatedSingleFactor': 'a sign-in at the identity provider and a code from an app',
  'hardwareOath,federatedSingleFactor': 'a sign-in at the identity provider and a code from a token',
  'sms,federatedSingleFactor': 'a sign-in at the identity provider and a code from a text message',
  'voice,federatedSingleFactor': 'a sign-in at the identity provider and the answer to a phone call',
  sms: 'a code from a text message',
  qrCodePin: 'a QR code and a PIN',
}

const secondPhrases: Readonly<Record<string, string>> = {
  microsoftAuthenticatorPush: 'the approval in Authenticator',
  softwareOath: 'a code from an app',
  hardwareOath: 'a code from a token',
  sms: 'a code from a text message',
  voice: 'the answer to a phone call',
  externalAuthenticationMethod: 'a sign-in at the provider of the external method',
}

/** What a user presents, as the object of a sentence. */
export function presentedPhrase(presented: Presented): string {
  const phrase: string | undefined = (phrases as Readonly<Record<string, string | undefined>>)[presented]
  return phrase ?? presentedInWords(presented)
}

/** A second factor, as the object of a sentence. */
export function secondMethodPhrase(method: string): string {
  return secondPhrases[method] ?? presentedPhrase(method)
}

/** The short words for a cell: `passkey`, `password and Authenticator`. */
export function shortPresented(presented: Presented): string {
  return Object.hasOwn(combinationWords, presented)
    ? combinationWords[presented as Combination]
    : presentedInWords(presented)
}
