import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { mayBeGuest } from '../account-of-user.ts'
import type { PrincipalKind, UserFile } from '../principal-file.ts'
import type { Item, Names, WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

/** Principals whose name tells how they sign in. */
const withDomain: ReadonlySet<PrincipalKind> = new Set(['member', 'service-account', 'emergency-access'])

function judge(file: WellFormedFile, domains: Names, { path, value }: Item<UserFile>): Diagnostic | undefined {
  const user = value.userPrincipalName
  const at = user.lastIndexOf('@')
  const domain = user.slice(at + 1)
  if (at > 0 && domain !== '' && domains.has(domain)) return undefined
  const range = file.document.rangeOf([...path, 'userPrincipalName'])
  if (at <= 0 || domain === '') {
    const args = {
      what: 'user principal name',
      value: user,
      expected: 'a name with a domain',
      example: 'name@contoso.com',
    }
    return { code: 'SHAPE-9', args, at: range }
  }
  return { code: 'TEN-2', args: { user, domain, ...domains.suggest(domain) }, at: range }
}

/** Every user's name ends in a declared domain. */
export const userOutsideAnyDomain: Check = (file) => {
  const domains = file.names('domains', ['name'])
  if (!domains.complete) return []
  return file.users().flatMap((user) => {
    const { kind, userType } = user.value
    const judged = userType !== 'Guest' && withDomain.has(kind ?? 'member') && !mayBeGuest(user.value)
    return judged ? (judge(file, domains, user) ?? []) : []
  })
}
