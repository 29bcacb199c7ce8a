/** The place in a user's file that a fact came from. Lines and columns start at 1. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A place as editors and terminals link to it: `FILE:LINE:COLUMN`. */
export const placeWords = ({ file, line, column }: Origin): string => `${file}:${line}:${column}`
