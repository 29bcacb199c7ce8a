import { entry } from './entry.ts'

/** What `check --strict` says of defaults that stand in where a file is silent. */
export const assumptionCodes = {
  'ASSUMED-1': entry<{
    readonly fact: string
    readonly thing: string
    readonly value: string
    readonly id: string
  }>({
    severity: 'warning',
    title: 'documented default that stands in',
    message: ({ fact, thing, value, id }) =>
      `\`${fact}\` of \`${thing}\` is not stated, so the documented default \`${value}\` stands in (${id})`,
    help: () => 'state it, so that no verdict depends on a default; `authplan catalog defaults` gives the sources',
  }),
}
