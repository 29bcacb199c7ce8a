import { claimName } from '../../claim-names.ts'
import type { Check } from '../check.ts'

/** Trusting the intranet by a claim needs federation, and a provider that passes the claim on. */
export const intranetSetting: Check = (file) => {
  if (file.section('multifactorAuthentication')?.skipForFederatedIntranet !== true) return []
  const at = file.document.rangeOfKey(['multifactorAuthentication', 'skipForFederatedIntranet'])
  const federated = file.list('domains').filter(({ value }) => value.authenticationType.toLowerCase() === 'federated')
  if (federated.length === 0) return [{ code: 'CON-14', args: {}, at }]
  return file.list('identityProviders').flatMap(({ path, value }) => {
    const used = federated.some((one) => one.value.identityProvider?.toLowerCase() === value.name.toLowerCase())
    const passes = value.passesClaims?.some((claim) => claimName(claim) === 'insidecorporatenetwork')
    // A provider of which no claims are stated may well pass this one.
    if (!used || value.passesClaims === undefined || passes === true) return []
    const related = [{ at, note: 'because-of' }] as const
    const args = { provider: value.name }
    return [{ code: 'CON-15' as const, args, at: file.document.rangeOfKey([...path, 'passesClaims']), related }]
  })
}
