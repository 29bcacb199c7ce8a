/** Exports: what an importer did not understand or could not decide. */
export const importCodes = {}
