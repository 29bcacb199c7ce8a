/** A change that a reader tries out: one setting of the plan, with its new value. */
export type Edit =
  | { readonly kind: 'user'; readonly user: string; readonly setting: UserSetting; readonly value: string }
  | { readonly kind: 'client'; readonly client: string; readonly setting: ClientSetting; readonly value: string }
  | { readonly kind: 'registry'; readonly client: string; readonly setting: string; readonly value: string }
  | { readonly kind: 'workload'; readonly workload: string; readonly setting: string; readonly value: string }
  | { readonly kind: 'policy'; readonly policy: string; readonly value: string }
  | { readonly kind: 'tenant'; readonly setting: TenantSetting; readonly value: string }

/** Settings of a person that can be tried out. */
export const userSettings = ['perUserMfaState', 'registered'] as const
/** One of them. */
export type UserSetting = (typeof userSettings)[number]

/** Settings of a client that can be tried out; `client` is its version, as a catalog id. */
export const clientSettings = ['client', 'device', 'accountSetup', 'registrarCertificate'] as const
/** One of them. */
export type ClientSetting = (typeof clientSettings)[number]

/** Settings of the whole tenant that can be tried out. */
export const tenantSettings = ['appPasswords', 'securityDefaults'] as const
/** One of them. */
export type TenantSetting = (typeof tenantSettings)[number]

/** States of a policy, in Graph's words. */
export const policyStates = ['enabled', 'enabledForReportingButNotEnforced', 'disabled'] as const

/** The value that takes a setting out of the file. */
export const unset = 'unset'

/** What an edit is about; a later edit of the same target replaces the earlier one. */
export function targetOf(edit: Edit): string {
  const { value: _, ...target } = edit
  return JSON.stringify(target)
}

/** The edits with one more; one that says what the file says anyway is left out. */
export function withEdit(edits: readonly Edit[], edit: Edit, inFile: string | undefined): readonly Edit[] {
  const others = edits.filter((one) => targetOf(one) !== targetOf(edit))
  return edit.value === (inFile ?? unset) ? others : [...others, edit]
}

/** The parts of an edit, for an address. */
export function partsOfEdit(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'user':
      return ['user', edit.user, edit.setting, edit.value]
    case 'client':
      return ['client', edit.client, edit.setting, edit.value]
    case 'registry':
      return ['registry', edit.client, edit.setting, edit.value]
    case 'workload':
      return ['workload', edit.workload, edit.setting, edit.value]
    case 'policy':
      return ['policy', edit.policy, edit.value]
    case 'tenant':
      return ['tenant', edit.setting, edit.value]
  }
}

const member = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

/** An edit from the parts of an address; undefined for anything that is none. */
export function editOfParts([kind, first, second, third]: readonly string[]): Edit | undefined {
  if (first === undefined || second === undefined) return undefined
  if (kind === 'policy') return { kind, policy: first, value: second }
  if (kind === 'tenant') {
    const setting = member(tenantSettings, first)
    return setting && { kind, setting, value: second }
  }
  if (third === undefined) return undefined
  if (kind === 'user') {
    const setting = member(userSettings, second)
    return setting && { kind, user: first, setting, value: third }
  }
  if (kind === 'client') {
    const setting = member(clientSettings, second)
    return setting && { kind, client: first, setting, value: third }
  }
  if (kind === 'registry') return { kind, client: first, setting: second, value: third }
  return kind === 'workload' ? { kind, workload: first, setting: second, value: third } : undefined
}

/** An edit in words. */
export function editWords(edit: Edit): string {
  const to = edit.value === unset ? 'not set' : edit.value
  switch (edit.kind) {
    case 'user':
      return `${edit.user}: ${edit.setting} = ${to}`
    case 'client':
    case 'registry':
      return `${edit.client}: ${edit.setting} = ${to}`
    case 'workload':
      return `${edit.workload}: ${edit.setting} = ${to}`
    case 'policy':
      return `policy “${edit.policy}”: ${to}`
    case 'tenant':
      return `${edit.setting} = ${to}`
  }
}
