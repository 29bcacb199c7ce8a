import { isSecurityIdentifier } from '../tenant/claim-names.ts'
import type { GroupFile } from '../tenant/principal-file.ts'
import type { AccessRuleFile, ClaimConditionFile } from '../tenant/settings/access-rules.ts'
import type { IdentityProviderFile } from '../tenant/settings/identity-providers.ts'
import { unnamedProvider } from './ad-fs/provider.ts'
import { assumed, type CoverageEntry } from './coverage.ts'
import type { Fragment } from './fragment.ts'

const lower = (text: string): string => text.toLowerCase()

/** The only AD FS that domains are federated with, where there is one. */
function onlyProvider(fragments: readonly Fragment[]): string | undefined {
  const all = fragments.flatMap(({ file }) => file.identityProviders ?? [])
  const names = all
    .filter(({ name, product }) => name !== unnamedProvider && product === 'ad-fs')
    .map(({ name }) => name)
  const [only, ...others] = [...new Set(names)]
  return others.length === 0 ? only : undefined
}

/** Assigns AD FS exports without a host name to the only AD FS that domains are federated with. */
export function nameProviders(fragments: readonly Fragment[]): readonly Fragment[] {
  const name = onlyProvider(fragments)
  if (name === undefined) return fragments
  return fragments.map((fragment) => {
    const { identityProviders } = fragment.file
    if (identityProviders === undefined) return fragment
    const named = identityProviders.map((one) => (one.name === unnamedProvider ? { ...one, name } : one))
    const origins = [...fragment.origins].map((origin) =>
      origin.path[0] === 'identityProviders' && origin.path[1] === unnamedProvider
        ? { ...origin, path: ['identityProviders', name, ...origin.path.slice(2)] }
        : origin,
    )
    return { ...fragment, file: { ...fragment.file, identityProviders: named }, origins }
  })
}

/** The name in a condition on a group: of `DOMAIN\group`, or by its security identifier. */
function groupNamed(value: string, names: ReadonlyMap<string, string>): string | undefined {
  if (isSecurityIdentifier(value)) return names.get(lower(value))
  return value.slice(value.lastIndexOf('\\') + 1)
}

function withGroupName(
  condition: ClaimConditionFile,
  groups: readonly GroupFile[],
  names: ReadonlyMap<string, string>,
): ClaimConditionFile | undefined {
  if (condition.value === undefined || (condition.claim !== 'group' && condition.claim !== 'groupsid')) return condition
  const value = groupNamed(condition.value, names)
  if (value === undefined) return undefined
  const declared = groups.length === 0 || groups.some(({ name, id }) => lower(name) === lower(value) || id === value)
  return declared ? { ...condition, claim: 'group', value } : undefined
}

interface SettledProviders {
  readonly identityProviders: readonly IdentityProviderFile[]
  readonly coverage: readonly CoverageEntry[]
}

/**
 * Access rules name groups by their names in the tenant file; a rule on a group that is in no export stays
 * undetermined.
 */
export function settleProviders(
  providers: readonly IdentityProviderFile[],
  groups: readonly GroupFile[],
  names: ReadonlyMap<string, string>,
): SettledProviders {
  const coverage: CoverageEntry[] = []
  const settled = providers.map((provider): IdentityProviderFile => {
    const open: string[] = []
    const rules = (provider.accessRules ?? []).flatMap((rule): readonly (typeof rule)[] => {
      if (typeof rule === 'string' || rule.conditions === undefined) return [rule]
      const conditions = rule.conditions.map((one) => withGroupName(one, groups, names))
      if (!conditions.includes(undefined))
        return [{ ...rule, conditions: conditions.filter((one) => one !== undefined) }]
      open.push(nameOf(rule))
      return []
    })
    if (provider.name === unnamedProvider)
      coverage.push(
        assumed('identity provider', provider.name, 'its host name is not in the export: Get-AdfsProperties'),
      )
    if (open.length === 0) return provider.accessRules === undefined ? provider : { ...provider, accessRules: rules }
    const note = 'it is for a group that is not in any export: Get-MgGroup'
    coverage.push(
      ...open.map((name): CoverageEntry => ({ ...assumed('access rule', name, note), status: 'not-understood' })),
    )
    return {
      ...provider,
      accessRules: rules,
      notUnderstood: [...new Set([...(provider.notUnderstood ?? []), ...open])],
    }
  })
  return { identityProviders: settled, coverage }
}

const nameOf = ({ name }: AccessRuleFile): string => name ?? 'a rule without a name'
