/** Controls that are demanded: all clauses must hold, any one control meets a clause. */
export interface Demands {
  readonly block: boolean
  readonly clauses: readonly (readonly string[])[]
}
