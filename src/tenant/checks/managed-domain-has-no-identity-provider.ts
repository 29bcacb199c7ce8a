import type { Check } from './check.ts'

/** A managed domain names no identity provider. */
export const managedDomainHasNoIdentityProvider: Check = (file) =>
  file.list('domains').flatMap(({ path, value }) => {
    if (value.authenticationType.toLowerCase() === 'federated' || value.identityProvider === undefined) return []
    const related = [{ at: file.document.rangeOf([...path, 'authenticationType']), note: 'contradicts' }] as const
    const args = { domain: value.name, provider: value.identityProvider }
    return [{ code: 'TEN-5', args, at: file.document.rangeOf([...path, 'identityProvider']), related }]
  })
