import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared } from './check.ts'

function groupsUsed(
  file: WellFormedFile,
): readonly { readonly names: readonly string[]; readonly path: DocumentPath }[] {
  const users = file.users().map(({ path, value }) => ({ names: value.groups ?? [], path: [...path, 'groups'] }))
  const rollouts = file.list('domains').map(({ path, value }) => ({
    names: value.stagedRollout?.groups ?? [],
    path: [...path, 'stagedRollout', 'groups'],
  }))
  const rules = file.list('identityProviders').flatMap(({ path, value }) =>
    (value.accessRules ?? []).map((rule, index) => ({
      names: typeof rule === 'string' ? [] : (rule.groups ?? []),
      path: [...path, 'accessRules', index, 'groups'],
    })),
  )
  return [...users, ...rollouts, ...rules]
}

function danglingMembers(file: WellFormedFile): readonly Diagnostic[] {
  const users = file.names('users', ['userPrincipalName', 'displayName', 'id'])
  const groups = file.names('groups', ['name', 'id'])
  const known = {
    ...namesOf([]),
    complete: users.complete && groups.complete,
    has: (name: string) => users.has(name) || groups.has(name),
    suggest: (name: string) => ({ ...groups.suggest(name), ...users.suggest(name) }),
  }
  return file
    .list('groups')
    .flatMap(({ path, value }) =>
      (value.members ?? []).flatMap((name, index) =>
        undeclared(file, known, { kind: 'user or group', name, path: [...path, 'members', index] }),
      ),
    )
}

/** Where a file declares its groups, the groups that it names elsewhere are among them, and members exist. */
export const danglingGroupNames: Check = (file) => {
  if (file.parts.groups === undefined) return []
  const groups = file.names('groups', ['name', 'id'])
  const dangling = groupsUsed(file).flatMap(({ names, path }) =>
    names.flatMap((name, index) => undeclared(file, groups, { kind: 'group', name, path: [...path, index] })),
  )
  return [...dangling, ...danglingMembers(file)]
}
