import type { Check } from './check.ts'

/** A federated domain says who signs its users in. */
export const federatedDomainNeedsIdentityProvider: Check = (file) =>
  file.list('domains').flatMap(({ path, value }) => {
    if (value.authenticationType.toLowerCase() !== 'federated' || value.identityProvider !== undefined) return []
    return [{ code: 'TEN-4', args: { domain: value.name }, at: file.document.rangeOf([...path, 'authenticationType']) }]
  })
