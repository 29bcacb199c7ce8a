import { clients } from '../../catalog/clients.ts'
import type { Check } from './check.ts'

/** Names of applications: those of the catalog, with and without version, and the services behind them. */
const applications: ReadonlySet<string> = new Set(
  [
    ...clients.flatMap(({ id, name }) => [id, name, name.replace(/ (?:\d{4}|for .*|on .*|\(.*)$/i, '')]),
    'Outlook',
    'Skype',
    'Skype for Business',
    'Lync',
    'Exchange',
    'Mail',
    'Word',
    'Excel',
    'OneDrive',
  ].map((name) => name.toLowerCase()),
)

/** App passwords are named for devices, one each. */
export const oneAppPasswordPerDevice: Check = (file) =>
  file.users().flatMap(({ path, value }) =>
    (value.appPasswords ?? []).flatMap((one, index) => {
      const name = typeof one === 'string' ? one : one.name
      if (!applications.has(name.trim().toLowerCase())) return []
      const args = { user: value.userPrincipalName, name }
      return [{ code: 'TEN-9' as const, args, at: file.document.rangeOf([...path, 'appPasswords', index]) }]
    }),
  )
