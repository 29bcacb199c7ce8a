/** What one cmdlet printed. */
export interface Printed {
  readonly cmdlet: string
  readonly type: string
  readonly objects: readonly Readonly<Record<string, string | number | boolean | null | readonly string[]>>[]
}
