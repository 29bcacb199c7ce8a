import { applicationIdsOf, applicationNames } from '../conditional-access/application-suites.ts'
import { namesOf } from '../well-formed-file.ts'
import { type Check, undeclared } from './check.ts'

const inCatalog = namesOf(applicationNames)
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** The applications of home realm discovery policies are declared, in the catalog, or named by app id. */
export const danglingApplicationNames: Check = (file) => {
  const declared = file.names('applications', ['displayName', 'appId'])
  const known = {
    complete: declared.complete,
    has: (name: string) => guid.test(name) || declared.has(name) || applicationIdsOf(name) !== undefined,
    suggest: (name: string) => ({ ...inCatalog.suggest(name), ...declared.suggest(name) }),
  }
  return file
    .list('homeRealmDiscoveryPolicies')
    .flatMap(({ path, value }) =>
      (value.applications ?? []).flatMap((name, index) =>
        undeclared(file, known, { kind: 'application', name, path: [...path, 'applications', index] }),
      ),
    )
}
