import { entry } from './entry.ts'
import { didYouMean, tick } from './words.ts'

/** The meaning of the file: names that must fit together. */
export const tenantCodes = {
  'TEN-1': entry<{ readonly kind: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'name of something that is not declared',
    message: ({ kind, name }) => `no ${kind} ${tick(name)} is declared`,
    help: ({ kind, suggestion }) => `declare the ${kind} or correct the name${didYouMean(suggestion)}`,
  }),
  'TEN-2': entry<{ readonly user: string; readonly domain: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'user outside any domain',
    message: ({ user, domain }) => `user ${tick(user)} is in the domain ${tick(domain)}, which is not declared`,
    help: ({ suggestion }) => `add it under \`domains\` or correct the user name${didYouMean(suggestion)}`,
  }),
  'TEN-3': entry<{ readonly kind: string; readonly name: string }>({
    severity: 'error',
    title: 'one name for two things',
    message: ({ kind, name }) => `two ${kind}s are named ${tick(name)}`,
    help: () => 'rename one of them; case is ignored in names',
  }),
  'TEN-4': entry<{ readonly domain: string }>({
    severity: 'error',
    title: 'federated domain without an identity provider',
    message: ({ domain }) => `the federated domain ${tick(domain)} names no identity provider`,
    help: () => 'name the identity provider that signs its users in, or make the domain managed',
  }),
  'TEN-5': entry<{ readonly domain: string; readonly provider: string }>({
    severity: 'error',
    title: 'managed domain with an identity provider',
    message: ({ domain, provider }) =>
      `the domain ${tick(domain)} is managed, yet names the identity provider ${tick(provider)}`,
    help: () => 'remove the identity provider, or make the domain federated',
  }),
}
