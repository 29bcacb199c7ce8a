import type { SourceText } from '../source/text/source-text.ts'

const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/
/** Three parts in base64url, as every signed token has them; the first begins a JSON object. */
const token = /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/
const secretField =
  /"?\b(?:secret_?text|client_?secret|password|access_?token|refresh_?token|id_?token|private_?key|account_?key|connection_?string)"?\s*[:=]\s*"?[^\s",;}]{6,}/i

/** Whether a text holds the private part of a key pair, which no export of a tenant has. */
export function holdsPrivateKey(text: string): boolean {
  return privateKey.test(text)
}

/** Whether a text may hold a secret. */
export const holdsSecret = (text: string): boolean => token.test(text) || secretField.test(text)

/** The source, with its text withheld from diagnostics where it may hold a secret. */
export function guarded(source: SourceText): SourceText {
  return !source.withheld && holdsSecret(source.text) ? { ...source, withheld: true } : source
}

/** The value without tokens and private keys in any field; parts that hold none stay as they are. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return token.test(value) || privateKey.test(value) ? '(a secret, omitted)' : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.map(withoutSecrets)
    return items.every((item, at) => item === value[at]) ? value : items
  }
  const entries = Object.entries(value)
  const clean = entries.map(([key, part]) => [key, withoutSecrets(part)] as const)
  return clean.every(([, part], at) => part === entries[at]?.[1]) ? value : Object.fromEntries(clean)
}
