import { applicationOf, applications } from '../../catalog/applications.ts'
import type { Resources } from '../../tenant/conditional-access/model.ts'
import type { Side } from '../side.ts'
import { type Candidate, everywhere } from './candidate.ts'

/** App id of an application that no policy names. */
const otherApplication = 'ffffffff-0000-4000-8000-000000000001'

const resourcesOf = ({ compiled }: Side): readonly Resources[] =>
  compiled.policies.map(({ conditions }) => conditions.resources)

/** App ids that can make a difference: those of the catalog, the file and the policies, with their names. */
function applicationWords(sides: readonly Side[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const side of sides) {
    for (const { appIds, role, name } of applications)
      if (role !== 'client') for (const id of appIds) words.set(id, name)
    for (const { appId, name } of side.tenant.applications.values()) words.set(appId.toLowerCase(), name)
    for (const { include, exclude } of resourcesOf(side))
      for (const id of [...include, ...exclude]) if (!words.has(id)) words.set(id, applicationOf(id)?.name ?? id)
  }
  return words
}

/** Every application that can make a difference, any other one, the user actions, and the authentication contexts. */
export function targets(sides: readonly Side[], forPrograms: boolean): readonly Candidate[] {
  const count = sides.length
  const named = [...applicationWords(sides)].map(([id, word]) =>
    everywhere(word, { target: { applications: [id] } }, count),
  )
  const other = everywhere('any other application', { target: { applications: [otherApplication] } }, count)
  if (forPrograms) return [...named, other]
  const contexts = new Set(sides.flatMap((side) => resourcesOf(side).flatMap(({ contexts }) => [...contexts])))
  return [
    ...named,
    other,
    everywhere('registering security information', { target: { userAction: 'registerSecurityInformation' } }, count),
    everywhere('registering or joining devices', { target: { userAction: 'registerOrJoinDevices' } }, count),
    ...[...contexts].map((context) =>
      everywhere(`the authentication context ${context}`, { target: { authenticationContext: context } }, count),
    ),
  ]
}
