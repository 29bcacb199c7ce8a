/**
 * `npm test` is to end within ten minutes, so the longest properties over the library look at a share of it there, always the
 * same one; `npm run test:thorough` looks at everything.
 */
const isThorough = process.env['AUTHPLAN_TESTS'] === 'thorough'

/** The first item and every so many after it; all of them in `npm run test:thorough`. */
export const shareOf = <T>(items: readonly T[], every: number): readonly T[] =>
  isThorough ? items : items.filter((_, index) => index % every === 0)
