import type { Check } from './check.ts'
import { undeclared } from './check.ts'

/** The identity providers that domains name exist. */
export const danglingDomainNames: Check = (file) => {
  const providers = file.names('identityProviders', ['name'])
  return file.list('domains').flatMap(({ path, value }) =>
    undeclared(file, providers, {
      kind: 'identity provider',
      name: value.identityProvider,
      path: [...path, 'identityProvider'],
    }),
  )
}
