import { type Disputes, disputesOf } from './disputes.ts'
import type { Setting, Settings } from './setting.ts'

/** What is made of many parts, on each of which exports may disagree by itself, or names the thing. */
const compound: ReadonlySet<string> = new Set([
  'servers',
  'authenticationPolicies',
  'authenticationMethods',
  'connectors',
  'ClientAccessRules',
])

/** The settings of a workload on which exports can disagree. */
export function disputableOfWorkload(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !compound.has(key) && key !== 'exportsDisagree'))
}

/** The settings of a workload, with the row that says on which of them exports disagree. */
export function withDisputes<S extends Settings>(settings: S): S & { readonly exportsDisagree: Setting<Disputes> } {
  const exportsDisagree = disputesOf(disputableOfWorkload(settings), {
    title: 'settings in dispute',
    about:
      'Settings of the service that are not stated because exports disagree on them, each with the values of the exports. What depends on such a setting is undetermined.',
    readBy: 'the settings that it names',
    notTried: 'the settings themselves are tried',
  })
  return { ...settings, exportsDisagree }
}
