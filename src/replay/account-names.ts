import type { AccountName } from '../analysis/population/classes.ts'

/**
 * The names by which servers may log an account, in lower case: a domain has a DNS name, and its first part for a short
 * one unless its administrators chose another. An account whose domain is not stated has none that identifies it.
 */
export function namesOfAccount({ name, domain }: AccountName): readonly string[] {
  if (domain === undefined) return []
  const [short = domain] = domain.split('.')
  return [...new Set([short, domain])].map((one) => `${one}\\${name}`.toLowerCase())
}

/** The people of accounts on-premises. */
export interface Accounts {
  readonly add: (account: AccountName, person: string) => void
  /** The person of each name that one account has. */
  readonly named: () => ReadonlyMap<string, string>
}

/** Accounts on-premises, by the names that servers log. */
export function accountsByName(): Accounts {
  const people = new Map<string, string | undefined>()
  return {
    add: (account, person) => {
      for (const name of namesOfAccount(account)) people.set(name, people.has(name) ? undefined : person)
    },
    named: () => new Map([...people].flatMap(([name, person]) => (person === undefined ? [] : [[name, person]]))),
  }
}
