import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import type { Check } from '../check.ts'

const federationKeys = [
  'federatedIdpMfaBehavior',
  'supportsMfa',
  'activeSignInUri',
  'passiveSignInUri',
  'metadataExchangeUri',
  'promptLoginBehavior',
] as const

/** Federation settings and staged rollouts belong to federated domains. */
export const federationSettingsOfManagedDomain: Check = (file) =>
  file.list('domains').flatMap(({ path, value }): readonly Diagnostic[] => {
    if (value.authenticationType.toLowerCase() === 'federated') return []
    const domain = value.name
    const settings = federationKeys
      .filter((key) => value[key] !== undefined)
      .map(
        (key): Diagnostic => ({ code: 'CON-22', args: { domain, key }, at: file.document.rangeOfKey([...path, key]) }),
      )
    if (value.stagedRollout === undefined) return settings
    return [...settings, { code: 'CON-24', args: { domain }, at: file.document.rangeOfKey([...path, 'stagedRollout']) }]
  })
