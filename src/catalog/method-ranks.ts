import type { Citation } from '../vocabulary/citations.ts'
import type { AuthenticationMethod, Combination } from '../vocabulary/methods.ts'

/** The page that ranks the methods. */
export const rankCitation: Citation = {
  source: 'entra-system-preferred',
  section: 'How does system-preferred authentication determine the most secure method?',
}

/** The rank of each method where the vendor chooses, 1 first; methods of equal rank are one row of the vendor's table. */
export const methodRanks: Readonly<Partial<Record<AuthenticationMethod, number>>> = {
  temporaryAccessPassOneTime: 1,
  temporaryAccessPassMultiUse: 1,
  fido2: 2,
  windowsHelloForBusiness: 2,
  x509CertificateMultiFactor: 3,
  x509CertificateSingleFactor: 3,
  deviceBasedPush: 4,
  microsoftAuthenticatorPush: 4,
  externalAuthenticationMethod: 5,
  softwareOath: 6,
  hardwareOath: 6,
  sms: 7,
  voice: 7,
  qrCodePin: 8,
  password: 9,
}

/** Methods that are a first factor of their own accord, checked by the holder of the password. */
export const inherentFirstFactors = ['password', 'federatedSingleFactor'] as const

/** The methods of a combination: the inherent first factor, if it begins with one, and the others. */
export function factorsOf(combination: Combination): {
  readonly first: string
  readonly second: AuthenticationMethod | undefined
} {
  // A combination is made of methods.
  const methods = combination.split(',') as readonly AuthenticationMethod[]
  const inherent = methods.find((method) => (inherentFirstFactors as readonly string[]).includes(method))
  if (inherent === undefined) return { first: combination, second: undefined }
  return { first: inherent, second: methods.find((method) => method !== inherent) }
}
