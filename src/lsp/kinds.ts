import { isPlanText } from '../plan/file/read-plan-file.ts'

/** What a document is to this product; `other` is nobody's business here. */
export type Kind = 'tenant' | 'plan' | 'claims' | 'feature' | 'other'

// Keys that other kinds of YAML do not have; `name` and `networks` are also those of a compose file.
const ofTenants = /^["']?(?:asOf|domains|identityProviders|conditionalAccess|multifactorAuthentication)["']?:/m
const schemaLine = /^#\s*yaml-language-server:.*tenant-architecture/m
const inFolder = /(?:^|\/)(?:scenarios|tenants)\/[^/]+\.(?:ya?ml)$/i

/** What a document is, by its name and its text, which may be half typed. */
export function kindOf(name: string, text: string): Kind {
  if (/\.feature$/i.test(name)) return 'feature'
  if (!/\.(?:ya?ml|json)$/i.test(name)) return 'other'
  if (/(?:^|\/)prove\.ya?ml$/i.test(name)) return 'claims'
  if (isPlanText({ name, text })) return 'plan'
  if (ofTenants.test(text) || schemaLine.test(text) || inFolder.test(name)) return 'tenant'
  return /\.json$/i.test(name) && /"(?:asOf|domains)"\s*:/.test(text) ? 'tenant' : 'other'
}
