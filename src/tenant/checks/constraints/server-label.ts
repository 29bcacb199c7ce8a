import type { ServerFile } from '../../tenant-file.ts'

/** A server in the terms of its product: `Exchange 2016 CU8`. */
export const serverLabel = (product: string, { version, cumulativeUpdate }: ServerFile): string =>
  `${product} ${version}${cumulativeUpdate === undefined ? '' : ` CU${cumulativeUpdate}`}`
