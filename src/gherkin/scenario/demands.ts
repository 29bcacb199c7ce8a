/** Required controls: all clauses must hold; any control of a clause satisfies it. */
export interface Demands {
  readonly block: boolean
  readonly clauses: readonly (readonly string[])[]
}
