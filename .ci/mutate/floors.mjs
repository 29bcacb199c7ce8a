/** Shares of mutants, in percent, that must be noticed: of all, and of a sample, which may be unlucky. */
export const floors = {
  full: { rules: 98, simulate: 92, trace: 92 },
  sample: { rules: 0, simulate: 0, trace: 0 },
}
