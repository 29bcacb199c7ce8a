/** Any value of the JSON contract. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of the contract; its keys are written in the order in which they were given. */
export interface JsonObject {
  readonly [key: string]: Json
}
