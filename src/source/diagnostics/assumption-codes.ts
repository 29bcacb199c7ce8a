import { entry } from './entry.ts'

/** Codes that `check --strict` reports for defaults that apply if a file does not set a value. */
export const assumptionCodes = {
  'ASSUMED-1': entry<{
    readonly fact: string
    readonly thing: string
    readonly value: string
    readonly id: string
  }>({
    severity: 'warning',
    title: 'documented default that is assumed',
    message: ({ fact, thing, value, id }) =>
      `\`${fact}\` of \`${thing}\` is not set, so the documented default \`${value}\` is assumed (${id})`,
    help: () => 'set it so that no verdict depends on a default; `authplan catalog defaults` lists the sources',
  }),
}
