import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { claimName } from '../../claim-names.ts'
import type { Check } from '../check.ts'

/** MFA of an identity provider counts where a federated domain uses it and its claim is passed on. */
export const mfaOfIdentityProvider: Check = (file) => {
  const federated = file.list('domains').filter(({ value }) => value.authenticationType.toLowerCase() === 'federated')
  return file.list('identityProviders').flatMap(({ path, value }): readonly Diagnostic[] => {
    if (value.performsMfa !== true) return []
    const args = { provider: value.name }
    const users = federated.filter((one) => one.value.identityProvider?.toLowerCase() === value.name.toLowerCase())
    if (users.length === 0) return [{ code: 'CON-20', args, at: file.document.rangeOfKey([...path, 'performsMfa']) }]
    const accepted = users.some((one) => one.value.federatedIdpMfaBehavior !== 'rejectMfaByFederatedIdp')
    const passes = value.passesClaims?.some((claim) => claimName(claim) === 'authnmethodsreferences')
    if (!accepted || passes !== false) return []
    return [{ code: 'CON-21', args, at: file.document.rangeOfKey([...path, 'passesClaims']) }]
  })
}
