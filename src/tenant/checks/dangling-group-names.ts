import type { DocumentPath } from '../../source/document/located-document.ts'
import { isDirectoryId } from '../conditional-access/documented-words.ts'
import type { MethodTargetFile } from '../settings/authentication-methods.ts'
import type { WellFormedFile } from '../well-formed-file.ts'
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
  return [...users, ...rollouts, ...rules, ...targetsOfMethods(file)]
}

const campaign = 'authenticationMethodsRegistrationCampaign'

/** The groups of the authentication methods policy; an id may be that of a group which the file leaves out. */
function targetsOfMethods(
  file: WellFormedFile,
): readonly { readonly names: readonly string[]; readonly path: DocumentPath }[] {
  const {
    authenticationMethodConfigurations: stated = [],
    systemCredentialPreferences = {},
    registrationEnforcement,
  } = file.section('authenticationMethodsPolicy') ?? {}
  return [
    ...stated.flatMap((one, at) => targetsOf(one, ['authenticationMethodConfigurations', at])),
    ...targetsOf(systemCredentialPreferences, ['systemCredentialPreferences']),
    ...targetsOf(registrationEnforcement?.[campaign] ?? {}, ['registrationEnforcement', campaign]),
  ]
}

type Target = Pick<MethodTargetFile, 'id' | 'targetType'>

function targetsOf(
  { includeTargets, excludeTargets }: { readonly [Key in 'includeTargets' | 'excludeTargets']?: readonly Target[] },
  path: DocumentPath,
) {
  const below = ['authenticationMethodsPolicy', ...path]
  const isName = ({ id, targetType }: Target): boolean =>
    id !== 'all_users' && (targetType ?? 'group') === 'group' && !isDirectoryId(id.toLowerCase())
  const of = (key: string, targets: readonly Target[] = []) =>
    targets.filter(isName).map((one) => ({ names: [one.id], path: [...below, key, targets.indexOf(one), 'id'] }))
  return [...of('includeTargets', includeTargets), ...of('excludeTargets', excludeTargets)]
}

/** Where a file declares its groups, the groups that it names elsewhere are among them. */
export const danglingGroupNames: Check = (file) => {
  if (file.parts.groups === undefined) return []
  const groups = file.names('groups', ['name', 'id'])
  return groupsUsed(file).flatMap(({ names, path }) =>
    names.flatMap((name, index) => undeclared(file, groups, { kind: 'group', name, path: [...path, index] })),
  )
}
