import { isPlanText } from '../plan/file/read-plan-file.ts'

/** The kind of a document; `other` is not handled. */
export type Kind = 'tenant' | 'plan' | 'claims' | 'policy' | 'feature' | 'other'

// Keys that only tenant files have; `name` and `networks` also occur in compose files.
const ofTenants = /^["']?(?:asOf|domains|identityProviders|conditionalAccess|multifactorAuthentication)["']?:/m
// What only Graph's policies of Conditional Access have, written or still to be written out.
const ofPolicies = /(?:^|[\s{,"'])(?:conditions|grantControls|sessionControls)["']?\s*:/m
const schemaLine = /^#\s*yaml-language-server:.*tenant-architecture/m
const inFolder = /(?:^|\/)(?:scenarios|tenants)\/[^/]+\.(?:ya?ml)$/i

/** Detects the kind of a document by its name and text, which may be incomplete. */
export function kindOf(name: string, text: string): Kind {
  if (/\.feature$/i.test(name)) return 'feature'
  if (!/\.(?:ya?ml|json)$/i.test(name)) return 'other'
  if (/(?:^|\/)prove\.ya?ml$/i.test(name)) return 'claims'
  if (isPlanText({ name, text })) return 'plan'
  if (ofTenants.test(text) || schemaLine.test(text) || inFolder.test(name)) return 'tenant'
  if (/\.json$/i.test(name) && /"(?:asOf|domains)"\s*:/.test(text)) return 'tenant'
  return ofPolicies.test(text) ? 'policy' : 'other'
}
